import { ObservationStatus, Scenario } from "@bochiso/shared/observation";
import { isJsonObject, type JsonObject, type JsonValue } from "./decode/json-value.ts";
import { FieldReader } from "./parse/field-reader.ts";
import { showValue } from "./parse/show-value.ts";
import type { ErrorCollector } from "./rules/error-collector.ts";
import { wrongShape } from "./rules/field-shape.ts";
import type { KeptField, ParsedRow } from "./submitted-row.ts";

const FIELDS: ReadonlySet<string> = new Set([
  "indicator",
  "area",
  "period",
  "value",
  "status",
  "scenario",
  "breakdown",
  "note",
  "retract",
  "classification",
  "window",
  "baseYear",
  "unit",
]);
const CLASSES: ReadonlySet<string> = new Set(["public", "internal"]);
const STATUSES = new Map(ObservationStatus.options.map((status) => [status as string, status]));
const SCENARIOS = new Map(Scenario.options.map((scenario) => [scenario as string, scenario]));

/**
 * Reads the fields of one decoded row and reports every fault of shape. What could be read is given all the same, so that
 * one fault does not hide another. A row that is no object gives null, and so does one that marks a State secret: it
 * reports that alone, nothing else of its content may be echoed. With `merge` what is left out stays as it is stored.
 */
export function parseRow(fields: JsonValue, row: number, errors: ErrorCollector, merge = false): ParsedRow | null {
  if (!isJsonObject(fields)) {
    errors.report({ row, code: "field-missing", field: "", got: showValue(fields), ...wrongShape("", "object") });
    return null;
  }
  if (isSecret(fields["classification"])) {
    errors.report({ row, code: "state-secret-refused", field: "classification", expected: "public, internal" });
    return null;
  }
  const reader = new FieldReader(fields, row, errors);
  reader.refuseUnknown(FIELDS);
  const retract = reader.flag("retract");
  const keeps = merge && !retract ? keptBy(fields) : NOTHING_KEPT;
  const read = {
    indicator: reader.code("indicator", "indicator-unknown"),
    area: reader.code("area", "area-unknown"),
    period: reader.code("period", "period-malformed"),
    breakdown: reader.breakdown(),
    scenario: reader.choice("scenario", SCENARIOS, "actual", "scenario-not-allowed"),
    status: reader.choice("status", STATUSES, "A", "status-unknown"),
    value: retract ? reader.noValue() : keeps.has("value") ? null : reader.value(),
    note: reader.text("note"),
    retract,
    window: reader.window(),
    baseYear: reader.year("baseYear"),
    unit: reader.text("unit"),
  };
  return { row, unread: reader.unread, keeps, ...read };
}

const KEPT_FIELDS = ["value", "status", "window", "baseYear"] as const satisfies readonly KeptField[];
const NOTHING_KEPT: ReadonlySet<KeptField> = new Set();

function keptBy(fields: JsonObject): ReadonlySet<KeptField> {
  return new Set(KEPT_FIELDS.filter((field) => fields[field] === undefined));
}

/** Anything but the two known classes is taken for a secret mark: the safe side of a typing error. */
function isSecret(classification: JsonValue | undefined): boolean {
  if (classification === undefined || classification === null) return false;
  return typeof classification !== "string" || !CLASSES.has(classification);
}
