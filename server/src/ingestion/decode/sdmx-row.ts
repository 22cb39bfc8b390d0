import { type Text, unguardFormula } from "@bochiso/shared/text";
import type { DecodedRow, DecodedRowFault } from "./decoded-body.ts";
import { computedFault } from "./exported-columns.ts";
import type { JsonObject } from "./json-value.ts";
import { codeOf, type SdmxColumns, type SdmxField } from "./sdmx-columns.ts";

type Action = "merge" | "replace" | "delete";

/** Information and Append are Merge when loaded into a database. Source: SDMX-CSV 2.0 field guide. */
const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ["", "merge"],
  ["I", "merge"],
  ["A", "merge"],
  ["M", "merge"],
  ["R", "replace"],
  ["D", "delete"],
]);
const KEY_FIELDS = ["indicator", "area", "period", "scenario"] as const;
const PLAIN_FIELDS = ["status", "note", "baseYear", "classification"] as const;
/** The power of ten in a unit is part of its code here. */
const NO_POWER: ReadonlySet<string> = new Set(["", "0"]);
/** Codes that say the same as leaving the dimension out. */
const WHOLE: ReadonlySet<string> = new Set(["", "_T", "_Z"]);
/** SDMX's floating point "not a number" stands for a value that is intentionally missing. */
const MISSING_VALUE = "NaN";
const NO_REASON_GIVEN = "O";

/** One record as a row of a submission, by its action. */
export function sdmxFields(columns: SdmxColumns, cells: readonly string[]): Omit<DecodedRow, "line"> {
  const said = columns.action === null ? "" : (cells[columns.action] ?? "");
  const action = ACTIONS.get(said);
  const read = (field: SdmxField): string => cellOf(columns, cells, columns.fields.get(field));
  const fields: JsonObject = keyOf(columns, cells, read);
  if (action === undefined) return { fields, fault: actionUnknown(said) };
  const computed = computedFault("origin", read("origin"));
  if (computed !== null) return { fields, fault: computed };
  const power = read("unitMultiplier");
  if (!NO_POWER.has(power)) return { fields, fault: powerOfTen(power) };
  if (read("unit") !== "") fields["unit"] = read("unit");
  if (action === "delete") return deletion(columns, cells, fields, read);
  for (const field of PLAIN_FIELDS) if (read(field) !== "") fields[field] = read(field);
  if (read("note") !== "") fields["note"] = unguardFormula(read("note"));
  const window = read("window").split("/");
  const [start = "", end = ""] = window;
  if (read("window") !== "") fields["window"] = window.length === 2 ? { start, end } : read("window");
  const value = read("value");
  if (value === MISSING_VALUE) fields["status"] ??= NO_REASON_GIVEN;
  // Replacing by nothing leaves nothing; merging nothing leaves what is stored.
  if (value !== "" || action === "replace") fields["value"] = value === MISSING_VALUE || value === "" ? null : value;
  return action === "merge" ? { fields, merge: true } : { fields };
}

function keyOf(columns: SdmxColumns, cells: readonly string[], read: (field: SdmxField) => string): JsonObject {
  const fields: JsonObject = {};
  for (const field of KEY_FIELDS) if (read(field) !== "") fields[field] = read(field);
  const breakdown: JsonObject = {};
  for (const [dimension, at] of columns.dimensions) {
    const code = cellOf(columns, cells, at);
    if (!WHOLE.has(code)) breakdown[dimension] = code;
  }
  if (Object.keys(breakdown).length > 0) fields["breakdown"] = breakdown;
  return fields;
}

function cellOf({ labelled }: SdmxColumns, cells: readonly string[], at: number | undefined): string {
  const text = at === undefined ? "" : (cells[at] ?? "");
  return labelled ? codeOf(text) : text;
}

/**
 * An observation is deleted by its whole key; here that takes it back, for nothing is ever removed from history. It needs its
 * reason as in every format: in `BCS_REASON`, or in `COMMENT_OBS` beside a value (without one that names an attribute to delete).
 */
function deletion(
  columns: SdmxColumns,
  cells: readonly string[],
  fields: JsonObject,
  read: (field: SdmxField) => string,
): Omit<DecodedRow, "line"> {
  const open = [...columns.dimensions].find(([, at]) => cellOf(columns, cells, at) === "");
  if (open !== undefined) return { fields, fault: wildcard({ dimension: open[0] }) };
  const empty = KEY_FIELDS.find((field) => columns.fields.has(field) && read(field) === "");
  if (empty !== undefined) return { fields, fault: wildcard({ field: empty }) };
  const attribute = PLAIN_FIELDS.find((field) => field !== "classification" && read(field) !== "");
  if (attribute !== undefined && read("value") === "") return { fields, fault: attributeOnly(attribute) };
  const reason = unguardFormula(read("reason") || read("note"));
  return { fields: { ...fields, retract: true, ...(reason === "" ? {} : { note: reason }) }, noteIn: "reason" };
}

function actionUnknown(said: string): DecodedRowFault {
  const text: Text = {
    vi: `Không có thao tác ACTION "${said}"; dùng I, A, M, R hoặc D.`,
    en: `There is no ACTION "${said}"; use I, A, M, R or D.`,
  };
  return { code: "field-unknown", field: "ACTION", got: said, expected: "I, A, M, R, D", reason: text };
}

function powerOfTen(got: string): DecodedRowFault {
  return {
    code: "code-unknown",
    field: "unitMultiplier",
    got,
    expected: "0",
    reason: {
      vi: "Số được gửi theo đúng đơn vị của chỉ số (đã gồm nghìn, triệu, tỷ); để UNIT_MULT trống hoặc 0.",
      en: "Values are sent in the unit of the indicator, which has thousands, millions or billions in it; leave UNIT_MULT empty or 0.",
    },
  };
}

function wildcard(place: { field: string } | { dimension: string }): DecodedRowFault {
  return {
    code: "field-missing",
    ...place,
    reason: {
      vi: "ACTION=D cần đủ mọi chiều của số liệu (tổng ghi _T); không xóa hàng loạt theo chiều để trống.",
      en: "ACTION=D needs every dimension of the observation (_T for the total); empty ones are not taken as wildcards.",
    },
  };
}

function attributeOnly(field: string): DecodedRowFault {
  return {
    code: "field-unknown",
    field,
    reason: {
      vi: "ACTION=D chỉ nhận để rút cả số liệu, không xóa riêng thuộc tính; lý do rút ghi ở cột BCS_REASON.",
      en: "ACTION=D takes back whole observations, not single attributes; its reason goes into the column BCS_REASON.",
    },
  };
}
