import type { Finding } from "./finding.ts";
import type { GraphModule, ModuleGraph } from "./module-graph.ts";
import { isProduct, packageOf } from "./source-tree.ts";
import { child, nameOf, type SyntaxNode, visit } from "./syntax.ts";

/** Where the clock and chance may be asked; everywhere else they are passed in. */
const CLOCK_HOMES = /^(server\/src\/platform|client\/src\/lib)\//;
const CLOCK_CALLS = new Set(["Date.now", "Math.random", "crypto.randomUUID"]);
/** A list of columns has commas between its words: "Select an area from the list" is English. */
const COLUMN = String.raw`(?:\*|[\w.()*"]+)(?:\s+as\s+\w+)?`;
const SQL = new RegExp(
  String.raw`^\s*(select\s+(distinct\s+)?${COLUMN}(\s*,\s*${COLUMN})*\s+from\s|insert\s+into\s|update\s+\w+\s+set\s|` +
    String.raw`delete\s+from\s|(create|alter|drop)\s+table\s|pragma\s)`,
  "i",
);

type Rule = (node: SyntaxNode, module: GraphModule) => string | undefined;

const RULES: Readonly<Record<string, Rule>> = {
  "clock-and-chance-passed-in": (node, module) => {
    if (CLOCK_HOMES.test(module.path)) return undefined;
    const call = clockCall(node);
    return call === undefined ? undefined : `${call} belongs to platform; take a clock or ids as a parameter`;
  },

  "sql-in-db": (node, module) => {
    if (packageOf(module.path) === "db") return undefined;
    return isSql(node) ? "SQL belongs to db" : undefined;
  },
};

/** What the syntax of product code shows against the rules; tests and tools are free of them. */
export function codeFindings(graph: ModuleGraph): Finding[] {
  const findings: Finding[] = [];
  for (const module of graph.values()) {
    if (!isProduct(module.path)) continue;
    visit(module.program, (node) => {
      for (const [rule, broken] of Object.entries(RULES)) {
        const message = broken(node, module);
        if (message === undefined) continue;
        findings.push({ rule, path: module.path, line: module.lineAt(node.start), message });
      }
    });
  }
  return findings;
}

function clockCall(node: SyntaxNode): string | undefined {
  if (node.type === "NewExpression" && nameOf(node, "callee") === "Date" && isEmpty(node["arguments"])) {
    return "new Date()";
  }
  // Also `const now = Date.now`, not only its call.
  if (node.type !== "MemberExpression") return undefined;
  const name = `${nameOf(node, "object")}.${nameOf(node, "property")}`;
  return CLOCK_CALLS.has(name) ? name : undefined;
}

function isSql(node: SyntaxNode): boolean {
  if (node.type === "TaggedTemplateExpression") return nameOf(node, "tag") === "sql";
  if (node.type === "Literal") return typeof node["value"] === "string" && SQL.test(node["value"]);
  if (node.type !== "TemplateLiteral" || !Array.isArray(node["quasis"])) return false;
  const [first] = node["quasis"];
  const text: unknown = first?.value?.cooked;
  return typeof text === "string" && SQL.test(text) && child(node, "tag", "Identifier") === undefined;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
