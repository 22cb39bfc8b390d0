import { KEYWORDS } from "./token.ts";

const keywords: ReadonlySet<string> = new Set(KEYWORDS);

/** Where the cursor stands, what was begun there, and which part of the text an offer replaces. */
export type CompletionPlace = {
  readonly query: string;
  readonly start: number;
  readonly end: number;
} & (
  | { readonly kind: "operand" | "area" | "scenario" }
  | {
      readonly kind: "dimension";
      /** Operands whose dimensions are meant; none known: any. */
      readonly indicators: readonly string[];
      readonly over: boolean;
    }
  | { readonly kind: "member"; readonly dimension: string }
);

const WORD = String.raw`[\p{L}\p{M}\p{N}_]*`;
const NAME = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}\p{M}\p{N}_]*)*`;
/** Behind a code: areas and scenarios in any order. */
const BEHIND = String.raw`(?:@(?:(?:vn63|demo):)?${WORD}|:[\p{L}]+)*`;

const AREA = new RegExp(String.raw`@((?:(?:vn63|demo):)?${WORD}(?: +[\p{L}\p{M}]+)*)$`, "u");
const SCENARIO = /[\p{L}\p{M}\p{N}_\]]:([\p{L}]*)$/u;
const OVER = new RegExp(String.raw`\bover\s+(${WORD})$`, "u");
const OPERAND = new RegExp(`(?<![\\p{N}\\p{L}\\p{M}_.])(${NAME})$`, "u");
const OPENED = new RegExp(`(${NAME})${BEHIND}\\s*\\[([^\\]]*)$`, "u");
const TAIL = /^[\p{L}\p{M}\p{N}_.]*/u;
const CODE_TAIL = /^[\p{L}\p{M}\p{N}_.-]*"?/u;

/** The places that the text before the cursor can mean, likeliest first; none inside a number or behind a whole operand. */
export function completionPlace(text: string, cursor: number): CompletionPlace[] {
  const before = text.slice(0, cursor);
  const after = text.slice(cursor);
  const end = cursor + (TAIL.exec(after)?.[0].length ?? 0);
  const selection = OPENED.exec(before);
  if (selection !== null) return inSelection(selection, cursor, after);
  const area = AREA.exec(before)?.[1];
  if (area !== undefined && !area.split(" ").some((word) => keywords.has(word))) {
    const place: CompletionPlace = { kind: "area", query: area, start: cursor - area.length, end };
    return area.includes(" ") ? [place, ...operandPlaces(before, cursor, end)] : [place];
  }
  const scenario = SCENARIO.exec(before)?.[1];
  if (scenario !== undefined) return [{ kind: "scenario", query: scenario, start: cursor - scenario.length, end }];
  const over = OVER.exec(before)?.[1];
  if (over !== undefined) {
    const indicators = operandsOfCall(before.slice(0, before.lastIndexOf("over")));
    return [{ kind: "dimension", over: true, indicators, query: over, start: cursor - over.length, end }];
  }
  return operandPlaces(before, cursor, end);
}

function inSelection(found: RegExpExecArray, cursor: number, after: string): CompletionPlace[] {
  const [, indicator = "", inside = ""] = found;
  const part = inside.slice(inside.lastIndexOf(",") + 1);
  const [dimension = "", code] = part.split("=");
  if (code === undefined) {
    const query = dimension.trimStart();
    const end = cursor + (TAIL.exec(after)?.[0].length ?? 0);
    return [{ kind: "dimension", over: false, indicators: [indicator], query, start: cursor - query.length, end }];
  }
  const written = code.trimStart();
  const end = cursor + (CODE_TAIL.exec(after)?.[0].length ?? 0);
  const query = written.replace(/^"/u, "");
  return [{ kind: "member", dimension: dimension.trim(), query, start: cursor - written.length, end }];
}

/** Names of several words are looked for whole before the last word alone: "xuất khẩu" is one name. */
function operandPlaces(before: string, cursor: number, end: number): CompletionPlace[] {
  const last = OPERAND.exec(before)?.[1];
  if (last === undefined) return [];
  const run = runOfWords(before);
  const places: CompletionPlace[] = [];
  if (run !== last) places.push({ kind: "operand", query: run, start: cursor - run.length, end });
  places.push({ kind: "operand", query: last, start: cursor - last.length, end });
  return places;
}

const RUN = new RegExp(`(?<![\\p{N}\\p{L}\\p{M}_.])${NAME}(?: +[\\p{L}\\p{M}\\p{N}_.]+)*$`, "u");

function runOfWords(before: string): string {
  const words = (RUN.exec(before)?.[0] ?? "").split(/( +)/u);
  const cut = words.findLastIndex((word) => keywords.has(word));
  return words.slice(cut < 0 ? 0 : cut + 2).join("");
}

/** Codes written inside the call that the text is in the middle of. */
function operandsOfCall(before: string): string[] {
  let depth = 0;
  let open = before.length - 1;
  for (; open >= 0; open -= 1) {
    if (before[open] === ")") depth += 1;
    if (before[open] === "(" && depth-- === 0) break;
  }
  return [...before.slice(open + 1).matchAll(new RegExp(NAME, "gu"))].map(([name]) => name);
}
