import type { Text } from "@bochiso/shared/text";
import { nearestCode } from "../../ingestion/rules/nearest-code.ts";

/** What is wrong with a field of a record. */
export interface FieldFault {
  readonly field: string;
  readonly code:
    | "field-missing"
    | "field-shape"
    | "code-unmapped"
    | "unit-unmapped"
    | "period-malformed"
    | "value-not-a-number";
  readonly text: Text;
  readonly got?: string;
  readonly expected?: string;
  readonly nearest?: string;
}

/** A column read: its text, nothing, a record that is left out on purpose, or a fault. */
export type Reading =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "absent" }
  | { readonly kind: "left-out" }
  | { readonly kind: "fault"; readonly fault: FieldFault };

const LONGEST_QUOTED = 120;

export function missingField(field: string): Reading {
  const text = { vi: `Trường "${field}" trống hoặc không có.`, en: `The field "${field}" is empty or absent.` };
  return { kind: "fault", fault: { field, code: "field-missing", text } };
}

export function compoundField(field: string): Reading {
  const text = {
    vi: `Trường "${field}" chứa cả một đối tượng hoặc mảng, cần một giá trị.`,
    en: `The field "${field}" holds an object or an array; one value is expected.`,
  };
  return { kind: "fault", fault: { field, code: "field-shape", text } };
}

/** What was written is not in a table of the configuration, and is not guessed. */
export function unmapped(
  code: "code-unmapped" | "unit-unmapped",
  { field, got, known }: { field: string; got: string; known: readonly string[] },
): Reading {
  const what = code === "code-unmapped" ? { vi: "Mã", en: "The code" } : { vi: "Đơn vị", en: "The unit" };
  const written = got.slice(0, LONGEST_QUOTED);
  const nearest = nearestCode(got, known);
  const text = {
    vi: `${what.vi} "${written}" ở trường "${field}" không có trong bảng chuyển của cấu hình.`,
    en: `${what.en} "${written}" in the field "${field}" is not in the table of the configuration.`,
  };
  return { kind: "fault", fault: { field, code, text, got: written, ...(nearest === null ? {} : { nearest }) } };
}

/** A field whose text cannot be read as what it should be. */
export function unreadable(
  code: "period-malformed" | "value-not-a-number",
  { field, got, reason, expected }: { field: string; got: string; reason: Text; expected?: string },
): Reading {
  const fault = { field, code, text: reason, got: got.slice(0, LONGEST_QUOTED) };
  return { kind: "fault", fault: expected === undefined ? fault : { ...fault, expected } };
}
