import type { Text } from "@bochiso/shared/text";
import { nameKey } from "./name-reader.ts";

/** "As above", as tables write it. */
const DITTO = /^(?:["”″'’]+|-*\s*nt\s*-*)$/i;

/** Whether the unit that a file names is another than that of the indicator; what only repeats or names none is not. */
export function isOtherUnit(written: string, { vi, en }: Text): boolean {
  const key = unitKey(written);
  if (key === "" || key === "-" || DITTO.test(key)) return false;
  return key !== unitKey(vi) && key !== unitKey(en);
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
