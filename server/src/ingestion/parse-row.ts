import { ObservationStatus, Scenario } from "@bochiso/shared/observation";
import { parsePeriod } from "@bochiso/shared/period";
import { ExactNumber } from "./decode/exact-number.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "./decode/json-value.ts";
import { type ExactDecimal, readExactDecimal } from "./exact-decimal.ts";
import type { ErrorCollector, Fault } from "./rules/error-collector.ts";
import { wrongShape } from "./rules/field-shape.ts";
import { nearestCode } from "./rules/nearest-code.ts";
import { numberHint } from "./rules/number-hint.ts";
import type { KeptField, ParsedRow } from "./submitted-row.ts";

const FIELDS = [
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
] as const;
const KNOWN_FIELDS: ReadonlySet<string> = new Set(FIELDS);
const CLASSES: ReadonlySet<string> = new Set(["public", "internal"]);
const STATUSES = new Map(ObservationStatus.options.map((status) => [status as string, status]));
const SCENARIOS = new Map(Scenario.options.map((scenario) => [scenario as string, scenario]));
const NO_BREAKDOWN: ParsedRow["breakdown"] = {};
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads the fields of one decoded row and reports every fault of shape. What could be read is given all the same, so that
 * one fault does not hide another. A row that is no object gives null, and so does one that marks a State secret: it
 * reports that alone, nothing else of its content may be echoed. With `merge` what is left out stays as it is stored.
 */
export function parseRow(fields: JsonValue, row: number, errors: ErrorCollector, merge = false): ParsedRow | null {
  if (!isJsonObject(fields)) {
    errors.report({ row, code: "field-missing", field: "", got: show(fields), ...wrongShape("", "object") });
    return null;
  }
  if (isSecret(fields["classification"])) {
    errors.report({ row, code: "state-secret-refused", field: "classification", expected: "public, internal" });
    return null;
  }
  const reader = new FieldReader(fields, row, errors);
  reader.refuseUnknown();
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

const NONE_UNREAD: ReadonlySet<string> = new Set();

class FieldReader {
  readonly #fields: JsonObject;
  readonly #row: number;
  readonly #errors: ErrorCollector;
  #unread: Set<string> | null = null;

  constructor(fields: JsonObject, row: number, errors: ErrorCollector) {
    this.#fields = fields;
    this.#row = row;
    this.#errors = errors;
  }

  /** Grows while fields are read; nearly every row has none, and these share one. */
  get unread(): ReadonlySet<string> {
    return this.#unread ?? NONE_UNREAD;
  }

  refuseUnknown(): void {
    for (const field of Object.keys(this.#fields)) {
      if (!KNOWN_FIELDS.has(field)) this.#fault({ code: "field-unknown", field, nearest: nearestCode(field, FIELDS) });
    }
  }

  /** A required code; of the wrong type it is an unknown one. */
  code(field: string, unknown: "indicator-unknown" | "area-unknown" | "period-malformed"): string {
    const value = this.#fields[field];
    if (typeof value === "string" && value !== "") return value;
    if (value === undefined || value === null || value === "") this.#fault({ code: "field-missing", field });
    else this.#fault({ code: unknown, field, got: show(value), ...wrongShape(field, "text") });
    return "";
  }

  choice<T>(field: string, known: ReadonlyMap<string, T>, fallback: T, code: Fault["code"]): T {
    const value = this.#fields[field];
    if (value === undefined || value === null) return fallback;
    const choice = typeof value === "string" ? known.get(value) : undefined;
    if (choice !== undefined) return choice;
    const got = show(value);
    this.#fault({ code, field, got, expected: [...known.keys()].join(", "), nearest: nearestCode(got, known.keys()) });
    return fallback;
  }

  breakdown(): ParsedRow["breakdown"] {
    const value = this.#fields["breakdown"];
    if (value === undefined || value === null) return NO_BREAKDOWN;
    if (!isJsonObject(value)) {
      this.#fault({ code: "field-unknown", field: "breakdown", got: show(value), ...wrongShape("breakdown", "texts") });
      return NO_BREAKDOWN;
    }
    const breakdown: Record<string, string> = {};
    for (const [dimension, code] of Object.entries(value)) {
      if (typeof code === "string") Object.defineProperty(breakdown, dimension, { value: code, enumerable: true });
      else this.#fault({ code: "code-unknown", dimension, got: show(code), ...wrongShape(dimension, "text") });
    }
    return breakdown;
  }

  value(): ExactDecimal | null {
    const value = this.#fields["value"];
    if (value === undefined) {
      // Of a retraction that could not be read as one no value is asked.
      if (!this.unread.has("retract")) this.#fault({ code: "field-missing", field: "value" });
      return null;
    }
    if (value === null) return null;
    const sent = value instanceof ExactNumber ? value.text : value;
    const decimal = typeof sent === "string" ? readExactDecimal(sent) : "value-not-a-number";
    if (typeof decimal === "object") return decimal;
    const hint =
      decimal === "value-not-a-number" && typeof sent === "string" ? numberHint(sent) : { expected: "42150.3" };
    this.#fault({ code: decimal, field: "value", got: show(value), ...hint });
    return null;
  }

  /** A retraction takes the value back; one that names a value is not understood. */
  noValue(): null {
    const value = this.#fields["value"];
    if (value !== undefined && value !== null) {
      this.#fault({ code: "field-unknown", field: "value", got: show(value), ...wrongShape("value", "none") });
    }
    return null;
  }

  text(field: string): string | null {
    const value = this.#fields[field];
    if (value === undefined || value === null) return null;
    if (typeof value === "string") return value.trim() === "" ? null : value;
    this.#fault({ code: "field-unknown", field, got: show(value), ...wrongShape(field, "text") });
    return null;
  }

  flag(field: string): boolean {
    const value = this.#fields[field];
    if (value === undefined || value === null) return false;
    if (typeof value === "boolean") return value;
    this.#fault({ code: "field-unknown", field, got: show(value), ...wrongShape(field, "flag") });
    return false;
  }

  year(field: string): number | null {
    const value = this.#fields[field];
    if (value === undefined || value === null) return null;
    const text = value instanceof ExactNumber ? value.text : value;
    if (typeof text === "string" && /^[12]\d{3}$/.test(text)) return Number(text);
    this.#fault({ code: "field-unknown", field, got: show(value), ...wrongShape(field, "year") });
    return null;
  }

  window(): ParsedRow["window"] {
    const value = this.#fields["window"];
    if (value === undefined || value === null) return null;
    if (isJsonObject(value) && Object.keys(value).length === 2) {
      const { start, end } = value;
      if (isDate(start) && isDate(end) && start <= end) return { start, end };
    }
    this.#fault({ code: "field-unknown", field: "window", got: show(value), ...wrongShape("window", "window") });
    return null;
  }

  #fault(fault: Omit<Fault, "row">): void {
    this.#unread ??= new Set();
    this.#unread.add(fault.dimension === undefined ? (fault.field ?? "") : `breakdown/${fault.dimension}`);
    this.#errors.report({ row: this.#row, ...fault });
  }
}

function isDate(value: JsonValue | undefined): value is string {
  return typeof value === "string" && DATE.test(value) && parsePeriod(value, "day").ok;
}

/** What was sent, as it reads in JSON; texts without their quotes. */
function show(value: JsonValue): string {
  if (typeof value === "string") return value;
  if (value instanceof ExactNumber) return value.text;
  return JSON.stringify(value, (_name, member: unknown) =>
    member instanceof ExactNumber ? Number(member.text) : member,
  ).slice(0, 120);
}
