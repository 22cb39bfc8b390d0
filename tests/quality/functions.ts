import type { ParsedModule } from "./parse-module.ts";
import { visit } from "./syntax.ts";

const FUNCTIONS = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

/** Lines of every function with a body in a module, nested ones too. */
export function functionLines(module: ParsedModule): number[] {
  const lengths: number[] = [];
  visit(module.program, (node) => {
    if (FUNCTIONS.has(node.type)) lengths.push(module.lineAt(node.end - 1) - module.lineAt(node.start) + 1);
  });
  return lengths;
}

/** How often a module leaves the type checker: `any`, and `as` other than `as const`. */
export function typeEscapes(module: ParsedModule): { any: number; as: number } {
  let any = 0;
  let as = 0;
  visit(module.program, (node) => {
    if (node.type === "TSAnyKeyword") any++;
    if (node.type !== "TSAsExpression" && node.type !== "TSTypeAssertion") return;
    if (!/\bconst$/.test(module.code.slice(node.start, node.end))) as++;
  });
  return { any, as };
}
