import { bodyMalformed } from "./decode-error.ts";
import type { Pointers } from "./decoded-body.ts";
import { escapePointer } from "./read-envelope.ts";

/** Components of the structure that are fields of a row of their own → the field; every breakdown dimension is one more. */
const COMPONENTS = {
  INDICATOR: "indicator",
  REF_AREA: "area",
  SCENARIO: "scenario",
  TIME_PERIOD: "period",
  OBS_VALUE: "value",
  OBS_STATUS: "status",
  COMMENT_OBS: "note",
  BASE_YEAR: "baseYear",
  UNIT_MEASURE: "unit",
  UNIT_MULT: "unitMultiplier",
  DATA_WINDOW: "window",
  CLASSIFICATION: "classification",
  // Columns beside the structure, of this system's own exports.
  BCS_ORIGIN: "origin",
  BCS_REASON: "reason",
} as const;
export type SdmxField = (typeof COMPONENTS)[keyof typeof COMPONENTS];

const REQUIRED = ["INDICATOR", "REF_AREA", "TIME_PERIOD"] as const;

/** Where what stands in a message. */
export interface SdmxColumns {
  /** `kind` is null in version 1.0, which knows dataflows only. */
  readonly structure: { readonly kind: number | null; readonly id: number };
  readonly action: number | null;
  readonly fields: ReadonlyMap<SdmxField, number>;
  /** Breakdown dimension → column. */
  readonly dimensions: ReadonlyMap<string, number>;
  /** `labels=both`: cells read "code: name". */
  readonly labelled: boolean;
  readonly pointers: Pointers;
}

/** The component id of a breakdown dimension: `budgetHolder` → `BUDGET_HOLDER`. */
export function componentOf(dimension: string): string {
  return dimension.replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase();
}

/** The code of a text that may read "code: name", as with `labels=both`. */
export function codeOf(text: string): string {
  return text.split(": ", 1)[0] ?? text;
}

/** Reads the header of an SDMX-CSV message. Throws `body-malformed`. */
export function sdmxColumns(header: readonly string[], dimensions: Iterable<string>): SdmxColumns {
  const labelled = header.some((name) => name.includes(": "));
  const names = header.map(codeOf);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw fault(`Cột "${twice}" xuất hiện hai lần.`, `The column "${twice}" occurs twice.`);
  const structure = structureOf(names);
  const missing = REQUIRED.find((name) => !names.includes(name));
  if (missing !== undefined) throw fault(`Thiếu cột "${missing}".`, `The column "${missing}" is missing.`);
  const at = new Map(names.map((name, index) => [name, index]));
  const fields = new Map<SdmxField, number>();
  for (const [component, field] of Object.entries(COMPONENTS)) {
    const index = at.get(component);
    if (index !== undefined) fields.set(field, index);
  }
  const own = new Map<string, number>();
  for (const dimension of dimensions) {
    const index = at.get(componentOf(dimension));
    if (index !== undefined) own.set(dimension, index);
  }
  const action = structure.kind === null ? null : (at.get("ACTION") ?? null);
  return { structure, action, fields, dimensions: own, labelled, pointers: POINTERS };
}

function structureOf(names: readonly string[]): SdmxColumns["structure"] {
  if (names[0] === "DATAFLOW") return { kind: null, id: 0 };
  if (/^STRUCTURE(\[.*\])?$/.test(names[0] ?? "") && names[1] === "STRUCTURE_ID") return { kind: 0, id: 1 };
  throw fault(
    "Cần các cột đầu STRUCTURE,STRUCTURE_ID (SDMX-CSV 2.0) hoặc DATAFLOW (1.0).",
    "The first columns are STRUCTURE,STRUCTURE_ID (SDMX-CSV 2.0) or DATAFLOW (1.0).",
  );
}

const COMPONENT_OF = new Map<string, string>(Object.entries(COMPONENTS).map(([name, field]) => [field, name]));

const POINTERS: Pointers = {
  field: (row, field) => `/${row}${field === "" ? "" : `/${escapePointer(COMPONENT_OF.get(field) ?? field)}`}`,
  dimension: (row, dimension) => `/${row}/${escapePointer(componentOf(dimension))}`,
};

function fault(vi: string, en: string): Error {
  return bodyMalformed({ vi: `Dòng tiêu đề: ${vi}`, en: `Header line: ${en}` }, { line: 1 });
}

/** A line about another structure than the one served here. */
export function structureFault(line: number, got: string, expected: string): Error {
  return bodyMalformed(
    {
      vi: `Dòng ${line}: cấu trúc "${got.slice(0, 120)}" không được nhận, cần ${expected}.`,
      en: `Line ${line}: the structure "${got.slice(0, 120)}" is not served here, expected ${expected}.`,
    },
    { line },
  );
}
