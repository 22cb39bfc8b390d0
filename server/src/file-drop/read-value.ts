import type { FileFindingCode } from "@bochiso/shared/entry";
import { parseNumberInput } from "@bochiso/shared/i18n";
import type { FileCell } from "./table.ts";

/** How value cells of one table are read. */
export interface ValueReading {
  /** Of texts: known from the format or from the other cells; null where nothing tells. */
  readonly decimalMark: "." | "," | null;
  readonly isPercent: boolean;
}

/** A value as exact decimal text, nothing, or why it is not read. */
export type ReadValue =
  | { readonly kind: "value"; readonly text: string }
  | { readonly kind: "empty" }
  | { readonly kind: "fault"; readonly code: FileFindingCode; readonly got: string };

/** Reads the cell of a value. */
export function readValue(cell: FileCell | null, { decimalMark, isPercent }: ValueReading): ReadValue {
  if (cell === null) return { kind: "empty" };
  const { kind, text } = cell;
  if (cell.formula !== undefined && !cell.formula.hasResult) return fault("formula-without-result", "");
  if (kind === "error") return fault("error-cell", text);
  if (kind === "boolean") return fault("boolean-cell", text);
  if (kind === "date") return fault("date-as-value", text);
  if (kind === "percent" && !isPercent) return fault("percent-elsewhere", text);
  if (kind !== "text") return { kind: "value", text };
  const bare = text.trim();
  if (bare === "") return { kind: "empty" };
  const hasSign = bare.endsWith("%");
  if (hasSign && !isPercent) return fault("percent-elsewhere", bare.slice(0, -1).trim());
  const parsed = parseNumberInput(hasSign ? bare.slice(0, -1) : bare, decimalMark ?? undefined);
  if (parsed.ok) return { kind: "value", text: parsed.text };
  return fault(parsed.code === "number-ambiguous" ? "number-ambiguous" : "number-malformed", bare);
}

/** The decimal mark that texts of a column show where they leave no doubt; null where they show none, or both. */
export function shownDecimalMark(texts: Iterable<string>): "." | "," | null {
  const seen = new Set<"." | ",">();
  for (const text of texts) {
    const mark = markOf(text.trim());
    if (mark !== null) seen.add(mark);
  }
  const [only] = seen;
  return seen.size === 1 && only !== undefined ? only : null;
}

/** `1234,5`, `0,123` and `1.234,56` show a comma, `1234.5` a point; `1.234.567` groups by points; `1.234` shows nothing. */
function markOf(text: string): "." | "," | null {
  if (!/^[-+−–]?[\d., ]+%?$/.test(text)) return null;
  const bare = text.replace(/^[-+−–]\s*/, "").replace(/[% ]/g, "");
  const [comma, point] = [bare.lastIndexOf(","), bare.lastIndexOf(".")];
  if (comma >= 0 && point >= 0) return comma > point ? "," : ".";
  const mark = comma >= 0 ? "," : point >= 0 ? "." : null;
  if (mark === null) return null;
  const other = mark === "," ? "." : ",";
  const parts = bare.split(mark);
  if (parts.length > 2) return other;
  const [whole = "", fraction = ""] = parts;
  const couldGroup = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return couldGroup ? null : mark;
}

function fault(code: FileFindingCode, got: string): ReadValue {
  return { kind: "fault", code, got };
}
