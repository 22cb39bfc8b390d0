import { parseSync } from "oxc-parser";
import { type SyntaxNode, textOf, visit } from "./syntax.ts";

/** One `import`, `export … from`, `import()` or `import("…")` type. */
export interface ImportEdge {
  readonly specifier: string;
  /** True when nothing of it is left at run time. */
  readonly typeOnly: boolean;
  readonly line: number;
}

export interface Comment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

export interface ParsedModule {
  readonly path: string;
  readonly code: string;
  /** Lines, without the empty one after the last line break. */
  readonly lines: number;
  readonly imports: readonly ImportEdge[];
  readonly comments: readonly Comment[];
  readonly program: unknown;
  readonly lineAt: (offset: number) => number;
}

/** Parses one file; a syntax error is an error here, never an empty module. */
export function parseModule({ path, code }: { path: string; code: string }): ParsedModule {
  const parsed = parseSync(path, code);
  const [error] = parsed.errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  const lineAt = lineFinder(code);
  return {
    path,
    code,
    lines: code === "" ? 0 : code.replace(/\n$/, "").split("\n").length,
    imports: importsOf(parsed.program, lineAt),
    comments: parsed.comments.map(({ value, start, end }) => ({ text: value.trim(), start, end, line: lineAt(start) })),
    program: parsed.program,
    lineAt,
  };
}

const SOURCE_KEY: Readonly<Record<string, string>> = {
  ImportDeclaration: "source",
  ExportNamedDeclaration: "source",
  ExportAllDeclaration: "source",
  ImportExpression: "source",
  TSImportType: "source",
};

function importsOf(program: unknown, lineAt: (offset: number) => number): ImportEdge[] {
  const edges: ImportEdge[] = [];
  visit(program, (node) => {
    const key = SOURCE_KEY[node.type];
    const specifier = key === undefined ? undefined : textOf(node, key);
    if (specifier !== undefined) edges.push({ specifier, typeOnly: isTypeOnly(node), line: lineAt(node.start) });
  });
  return edges;
}

/** `import { type A } from` keeps a side-effect import under verbatimModuleSyntax, so only whole declarations count. */
function isTypeOnly(node: SyntaxNode): boolean {
  return node.type === "TSImportType" || node["importKind"] === "type" || node["exportKind"] === "type";
}

function lineFinder(code: string): (offset: number) => number {
  const starts = [0];
  for (let at = code.indexOf("\n"); at !== -1; at = code.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
