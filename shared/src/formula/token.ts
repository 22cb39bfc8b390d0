import type { Span } from "./span.ts";

export const SYMBOLS = [
  "(",
  ")",
  "[",
  "]",
  ",",
  "@",
  ":",
  "+",
  "-",
  "*",
  "/",
  "^",
  "==",
  "=",
  "!=",
  "<>",
  "<=",
  "<",
  ">=",
  ">",
] as const;
export type TokenSymbol = (typeof SYMBOLS)[number];

export const KEYWORDS = ["and", "or", "not", "true", "false", "over"] as const;
export type Keyword = (typeof KEYWORDS)[number];

/** A lexical unit of a formula. */
export type Token =
  | { readonly kind: "number"; readonly value: number; readonly span: Span }
  | { readonly kind: "name"; readonly text: string; readonly span: Span }
  | { readonly kind: "keyword"; readonly keyword: Keyword; readonly span: Span }
  | { readonly kind: "symbol"; readonly symbol: TokenSymbol; readonly span: Span }
  | { readonly kind: "end"; readonly span: Span };
