/** A node of the syntax tree, as far as the checks look at it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** Visits a tree from the top, parents before children. */
export function visit(root: unknown, see: (node: SyntaxNode) => void): void {
  if (Array.isArray(root)) {
    for (const item of root) visit(item, see);
  } else if (isNode(root)) {
    see(root);
    for (const value of Object.values(root)) {
      if (typeof value === "object" && value !== null) visit(value, see);
    }
  }
}

/** The node under a key, when there is one of the wanted type. */
export function child(node: SyntaxNode, key: string, type: string): SyntaxNode | undefined {
  const value = node[key];
  return isNode(value) && value.type === type ? value : undefined;
}

/** Name of an identifier under a key. */
export function nameOf(node: SyntaxNode, key: string): string | undefined {
  const name = child(node, key, "Identifier")?.["name"];
  return typeof name === "string" ? name : undefined;
}

/** Text of a string literal under a key. */
export function textOf(node: SyntaxNode, key: string): string | undefined {
  const value = child(node, key, "Literal")?.["value"];
  return typeof value === "string" ? value : undefined;
}
