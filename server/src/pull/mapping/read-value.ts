import { parseNumberInput } from "@bochiso/shared/i18n";
import type { PullUnit, PullValue } from "@bochiso/shared/pull";
import { readExactDecimal } from "../../ingestion/exact-decimal.ts";
import { compoundField, missingField, type Reading, unmapped, unreadable } from "./field-fault.ts";
import type { SourceRecord } from "./source-record.ts";

/** A value read: its exact decimal text in the unit of the definition, or why it is absent (status M, O, L). */
export type ValueReading = Exclude<Reading, { kind: "absent" }> | { readonly kind: "missing"; readonly status: string };

/** The value of a record. */
export function readValue(value: PullValue, unit: PullUnit | undefined, record: SourceRecord): ValueReading {
  const { field, decimal, missing, whenEmpty } = value;
  const content = record.field(field);
  if (content.kind === "empty") {
    return whenEmpty === "leave-out" ? { kind: "left-out" } : faultOf(missingField(field));
  }
  if (content.kind === "compound") return faultOf(compoundField(field));
  const status = Object.hasOwn(missing, content.text) ? missing[content.text] : undefined;
  if (status !== undefined) return { kind: "missing", status };
  const number =
    content.kind === "number" ? { ok: true as const, text: content.text } : parseNumberInput(content.text, decimal);
  if (!number.ok) {
    return faultOf(unreadable("value-not-a-number", { field, got: content.text, reason: number.reason }));
  }
  const power = powerOf(unit, record);
  if (typeof power !== "number") return power;
  return { kind: "text", text: power === 0 ? number.text : moved(number.text, power) };
}

/** The power of ten that leads to the unit of the definition. */
function powerOf(unit: PullUnit | undefined, record: SourceRecord): number | ValueReading {
  if (unit?.power !== undefined) return unit.power;
  if (unit?.field === undefined || unit.powers === undefined) return 0;
  const { field, powers } = unit;
  const content = record.field(field);
  if (content.kind === "empty") return faultOf(missingField(field));
  if (content.kind === "compound") return faultOf(compoundField(field));
  const power = Object.hasOwn(powers, content.text) ? powers[content.text] : undefined;
  return power ?? faultOf(unmapped("unit-unmapped", { field, got: content.text, known: Object.keys(powers) }));
}

/** Moves the decimal point; a text that is too long is left to be refused with the row. */
function moved(text: string, power: number): string {
  const written = readExactDecimal(text);
  const shifted = typeof written === "string" ? written : readExactDecimal(`${written.canonical}e${power}`);
  return typeof shifted === "string" ? text : shifted.canonical;
}

function faultOf(reading: Reading): ValueReading {
  if (reading.kind !== "fault") throw new Error("a fault was expected");
  return reading;
}
