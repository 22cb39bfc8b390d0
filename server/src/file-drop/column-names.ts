import { foldDiacritics } from "@bochiso/shared/i18n";
import type { Text } from "@bochiso/shared/text";

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

/** Columns of units: compared with those of the indicators. */
const UNITS: ReadonlySet<string> = new Set(["don vi", "don vi tinh", "dvt", "unit"]);

/** Columns that name what codes mean, of the template: they are for people. */
const FOR_PEOPLE: ReadonlySet<string> = new Set([
  ...UNITS,
  "stt",
  "tt",
  "phan to",
  "ky truoc",
  "cung ky nam truoc",
  "gia tri dang luu",
  "ly do tu choi",
]);

/** Columns of names, read where a table has no column of codes. */
const NAMES: ReadonlyMap<string, FileField> = new Map([
  ["ten chi so", "indicator"],
  ["ten chi tieu", "indicator"],
  ["chi so", "indicator"],
  ["chi tieu", "indicator"],
  ["ten dia phuong", "area"],
  ["ten dia ban", "area"],
  ["dia phuong", "area"],
  ["dia ban", "area"],
  ["tinh thanh pho", "area"],
]);

/** Needed columns as the template calls them. */
const WORDS: Readonly<Record<string, Text>> = {
  indicator: { vi: "Mã chỉ số", en: "indicator" },
  area: { vi: "Mã địa phương", en: "area" },
  period: { vi: "Kỳ", en: "period" },
  value: { vi: "Giá trị", en: "value" },
};

/** Names of fields, parted by commas, as the person knows them. */
export function columnWords(fields: string): Text {
  const words = fields.split(", ").map((field) => WORDS[field] ?? { vi: field, en: field });
  return { vi: words.map(({ vi }) => `“${vi}”`).join(", "), en: words.map(({ en }) => en).join(", ") };
}

/** What must be there for a table to be read. */
export const NEEDED: readonly FileField[] = ["indicator", "area", "period", "value"];

/** What a column holds: a field, names instead of its codes, a breakdown dimension, words for people, or nothing known. */
export type ColumnMeaning =
  | { readonly kind: "field"; readonly field: FileField }
  | { readonly kind: "names"; readonly field: FileField }
  | { readonly kind: "dimension"; readonly dimension: string }
  | { readonly kind: "for-people" }
  | { readonly kind: "unknown" };

/** Reads the name of a column; case, marks and what stands in brackets do not matter. */
export function columnMeaning(name: string, dimensions: ReadonlyMap<string, string>): ColumnMeaning {
  const folded = foldedName(name);
  const field = FIELDS.get(folded);
  if (field !== undefined) return { kind: "field", field };
  const named = NAMES.get(folded);
  if (named !== undefined) return { kind: "names", field: named };
  const dimension = dimensions.get(name.trim().toLowerCase());
  if (dimension !== undefined) return { kind: "dimension", dimension };
  return { kind: FOR_PEOPLE.has(folded) ? "for-people" : "unknown" };
}

/** Whether a column names units. */
export function isUnitColumn(name: string): boolean {
  return UNITS.has(foldedName(name));
}

function foldedName(name: string): string {
  return foldDiacritics(name)
    .replace(/\([^)]*\)/g, " ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
