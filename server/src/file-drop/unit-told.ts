import type { Text } from "@bochiso/shared/text";
import { nameKey } from "./name-reader.ts";
import type { FileTable } from "./table.ts";

/** "As above", as tables write it. */
const DITTO = /^(?:["”″'’]+|-*\s*nt\s*-*)$/i;

/** `Đơn vị tính: …` above a table; `Đơn vị: …` may as well name an office. */
const TITLE = /(?:(?:đơn vị(?:\s+tính)?|đvt)\s*:|\bunits?\s*:)\s*(?<unit>[^()]*)/iu;
const OFFICE =
  /^(?:sở|bộ|cục|chi cục|tổng cục|ban|ủy ban|ubnd|văn phòng|phòng|công ty|trung tâm|viện|tỉnh|thành phố|xã|phường)(?=\s|$)/iu;

/** Whether a cell of a column of units names none: empty, a dash, or "as above". */
export function isNoUnit(written: string): boolean {
  const key = unitKey(written);
  return key === "" || key === "-" || DITTO.test(key);
}

/** Whether the unit that a file names is another than that of the indicator; of several one is enough. */
export function isOtherUnit(written: string, { vi, en }: Text): boolean {
  if (isNoUnit(written)) return false;
  const own = new Set([unitKey(vi), unitKey(en)]);
  return ![written, ...written.split(/[,;]|\svà\s/)].some((part) => own.has(unitKey(part)));
}

/** The unit that a line above a table names for all of it, `before` counted from 0; null: none does. */
export function unitOfTitles({ rows }: FileTable, before: number): string | null {
  for (const line of [...rows.keys()].filter((it) => it < before).sort((a, b) => b - a)) {
    const texts = [...(rows.get(line) ?? [])].sort(([a], [b]) => a - b).map(([, { text }]) => text);
    for (const [at, text] of texts.entries()) {
      const unit = titleUnit(text, texts[at + 1] ?? "");
      if (unit !== null) return unit;
    }
  }
  return null;
}

/** It may stand in the cell beside. */
function titleUnit(text: string, beside: string): string | null {
  const found = TITLE.exec(text);
  if (found === null) return null;
  const own = found.groups?.["unit"]?.trim() ?? "";
  const unit = own === "" ? beside.trim() : own;
  return isNoUnit(unit) || OFFICE.test(unit) ? null : unit.replace(/\.$/, "");
}

/** `1.000 tấn` and `1000 tấn` are `nghìn tấn`; dots of abbreviations and spaces do not matter. */
function unitKey(text: string): string {
  return nameKey(text)
    .replace(/^\(|\)$/g, "")
    .replace(/^1[., ]?000[., ]?000\b/, "triệu")
    .replace(/^1[., ]?000\b/, "nghìn")
    .replace(/\bngàn\b/g, "nghìn")
    .replace(/\s*\/\s*/g, "/")
    .trim();
}
