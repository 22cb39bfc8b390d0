import { ExactNumber } from "../decode/exact-number.ts";
import type { JsonValue } from "../decode/json-value.ts";

/** Characters of a list or an object that are shown. */
const MOST_SHOWN = 120;

/** What was sent, as it reads in JSON; texts without their quotes. */
export function showValue(value: JsonValue): string {
  if (typeof value === "string") return value;
  if (value instanceof ExactNumber) return value.text;
  return JSON.stringify(value, (_name, member: unknown) =>
    member instanceof ExactNumber ? Number(member.text) : member,
  ).slice(0, MOST_SHOWN);
}
