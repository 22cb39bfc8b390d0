import { foldDiacritics } from "@bochiso/shared/i18n";

/** A field of a row that a column may hold. */
export type FileField =
  | "indicator"
  | "area"
  | "period"
  | "value"
  | "status"
  | "scenario"
  | "note"
  | "retract"
  | "window"
  | "baseYear"
  | "breakdown";

/** Folded names of columns → the field; those of the contract and those of the template. */
const FIELDS: ReadonlyMap<string, FileField> = new Map([
  ["indicator", "indicator"],
  ["ma chi so", "indicator"],
  ["ma chi tieu", "indicator"],
  ["area", "area"],
  ["ma dia ban", "area"],
  ["ma dia phuong", "area"],
  ["ma tinh", "area"],
  ["period", "period"],
  ["ky", "period"],
  ["ky so lieu", "period"],
  ["ky du lieu", "period"],
  ["value", "value"],
  ["gia tri", "value"],
  ["so lieu", "value"],
  ["status", "status"],
  ["trang thai", "status"],
  ["scenario", "scenario"],
  ["kich ban", "scenario"],
  ["note", "note"],
  ["ghi chu", "note"],
  ["retract", "retract"],
  ["rut lai", "retract"],
  ["window", "window"],
  ["baseyear", "baseYear"],
  ["nam goc", "baseYear"],
  ["ma phan to", "breakdown"],
]);

/** Columns that name what codes mean, of the template: they are for people. */
const FOR_PEOPLE: ReadonlySet<string> = new Set([
  "stt",
  "tt",
  "ten chi so",
  "ten dia ban",
  "phan to",
  "don vi",
  "ky truoc",
  "cung ky nam truoc",
  "gia tri dang luu",
]);

/** What must be there for a table to be read. */
export const NEEDED: readonly FileField[] = ["indicator", "area", "period", "value"];

/** What a column holds: a field, a breakdown dimension, words for people, or nothing known. */
export type ColumnMeaning =
  | { readonly kind: "field"; readonly field: FileField }
  | { readonly kind: "dimension"; readonly dimension: string }
  | { readonly kind: "for-people" }
  | { readonly kind: "unknown" };

/** Reads the name of a column; case, marks and what stands in brackets do not matter. */
export function columnMeaning(name: string, dimensions: ReadonlyMap<string, string>): ColumnMeaning {
  const folded = foldDiacritics(name)
    .replace(/\([^)]*\)/g, " ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  const field = FIELDS.get(folded);
  if (field !== undefined) return { kind: "field", field };
  const dimension = dimensions.get(name.trim().toLowerCase());
  if (dimension !== undefined) return { kind: "dimension", dimension };
  return { kind: FOR_PEOPLE.has(folded) ? "for-people" : "unknown" };
}
