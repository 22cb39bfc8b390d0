import type { ParsedModule } from "./parse-module.ts";
import { child, isNode, nameOf, type SyntaxNode } from "./syntax.ts";

/** Exports declared in a module, by name; a schema and its type of one name are one export, documented once. */
export function documentedExports(module: ParsedModule): ReadonlyMap<string, boolean> {
  const result = new Map<string, boolean>();
  const body = isNode(module.program) ? module.program["body"] : undefined;
  for (const node of Array.isArray(body) ? body.filter(isNode) : []) {
    if (node.type !== "ExportNamedDeclaration") continue;
    const documented = hasDocComment(module, node);
    for (const name of declaredNames(node)) result.set(name, documented || result.get(name) === true);
  }
  return result;
}

function hasDocComment(module: ParsedModule, node: SyntaxNode): boolean {
  return module.comments.some(({ text, start, end }) => {
    const isDoc = text.startsWith("*") || module.code.startsWith("/**", start);
    return isDoc && end <= node.start && module.code.slice(end, node.start).trim() === "";
  });
}

function declaredNames(node: SyntaxNode): string[] {
  const declaration = node["declaration"];
  if (!isNode(declaration)) return [];
  const list = child(node, "declaration", "VariableDeclaration")?.["declarations"];
  const declared = Array.isArray(list) ? list.filter(isNode) : [declaration];
  return declared.flatMap((each) => nameOf(each, "id") ?? []);
}
