import { parsePeriod } from "@bochiso/shared/period";
import { ExactNumber } from "../decode/exact-number.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../decode/json-value.ts";
import { type ExactDecimal, readExactDecimal } from "../exact-decimal.ts";
import type { ErrorCollector, Fault } from "../rules/error-collector.ts";
import { wrongShape } from "../rules/field-shape.ts";
import { nearestCode } from "../rules/nearest-code.ts";
import { numberHint } from "../rules/number-hint.ts";
import type { ParsedRow } from "../submitted-row.ts";
import { showValue } from "./show-value.ts";

const NO_BREAKDOWN: ParsedRow["breakdown"] = {};
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const NONE_UNREAD: ReadonlySet<string> = new Set();

/** Reads the fields of one row, each by its shape, and reports what cannot be read. */
export class FieldReader {
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

  refuseUnknown(known: ReadonlySet<string>): void {
    for (const field of Object.keys(this.#fields)) {
      if (!known.has(field)) this.#fault({ code: "field-unknown", field, nearest: nearestCode(field, known) });
    }
  }

  /** A required code; of the wrong type it is an unknown one. */
  code(field: string, unknown: "indicator-unknown" | "area-unknown" | "period-malformed"): string {
    const value = this.#fields[field];
    if (typeof value === "string" && value !== "") return value;
    if (value === undefined || value === null || value === "") this.#fault({ code: "field-missing", field });
    else this.#fault({ code: unknown, field, got: showValue(value), ...wrongShape(field, "text") });
    return "";
  }

  choice<T>(field: string, known: ReadonlyMap<string, T>, fallback: T, code: Fault["code"]): T {
    const value = this.#fields[field];
    if (value === undefined || value === null) return fallback;
    const choice = typeof value === "string" ? known.get(value) : undefined;
    if (choice !== undefined) return choice;
    const got = showValue(value);
    this.#fault({ code, field, got, expected: [...known.keys()].join(", "), nearest: nearestCode(got, known.keys()) });
    return fallback;
  }

  breakdown(): ParsedRow["breakdown"] {
    const value = this.#fields["breakdown"];
    if (value === undefined || value === null) return NO_BREAKDOWN;
    if (!isJsonObject(value)) {
      this.#fault({
        code: "field-unknown",
        field: "breakdown",
        got: showValue(value),
        ...wrongShape("breakdown", "texts"),
      });
      return NO_BREAKDOWN;
    }
    const breakdown: Record<string, string> = {};
    for (const [dimension, code] of Object.entries(value)) {
      if (typeof code === "string") Object.defineProperty(breakdown, dimension, { value: code, enumerable: true });
      else this.#fault({ code: "code-unknown", dimension, got: showValue(code), ...wrongShape(dimension, "text") });
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
    const hint = decimal === "value-not-a-number" ? numberHint(sent) : {};
    this.#fault({ code: decimal, field: "value", got: showValue(value), ...hint });
    return null;
  }

  /** A retraction takes the value back; one that names a value is not understood. */
  noValue(): null {
    const value = this.#fields["value"];
    if (value !== undefined && value !== null) {
      this.#fault({ code: "field-unknown", field: "value", got: showValue(value), ...wrongShape("value", "none") });
    }
    return null;
  }

  text(field: string): string | null {
    const value = this.#fields[field];
    if (value === undefined || value === null) return null;
    if (typeof value === "string") return value.trim() === "" ? null : value;
    this.#fault({ code: "field-unknown", field, got: showValue(value), ...wrongShape(field, "text") });
    return null;
  }

  flag(field: string): boolean {
    const value = this.#fields[field];
    if (value === undefined || value === null) return false;
    if (typeof value === "boolean") return value;
    this.#fault({ code: "field-unknown", field, got: showValue(value), ...wrongShape(field, "flag") });
    return false;
  }

  year(field: string): number | null {
    const value = this.#fields[field];
    if (value === undefined || value === null) return null;
    const text = value instanceof ExactNumber ? value.text : value;
    if (typeof text === "string" && /^[12]\d{3}$/.test(text)) return Number(text);
    this.#fault({ code: "field-unknown", field, got: showValue(value), ...wrongShape(field, "year") });
    return null;
  }

  window(): ParsedRow["window"] {
    const value = this.#fields["window"];
    if (value === undefined || value === null) return null;
    if (isJsonObject(value) && Object.keys(value).length === 2) {
      const { start, end } = value;
      if (isDate(start) && isDate(end) && start <= end) return { start, end };
    }
    this.#fault({ code: "field-unknown", field: "window", got: showValue(value), ...wrongShape("window", "window") });
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
