import type { Area, AreaCode } from "@bochiso/shared/area";
import { breakdownKey } from "@bochiso/shared/breakdown";
import type { IndicatorCode, IndicatorDefinition } from "@bochiso/shared/indicator";
import type { PeriodType } from "@bochiso/shared/period";
import type { FeedScope, ReferenceData } from "./reference.ts";
import { checkBreakdown } from "./resolve/check-breakdown.ts";
import { checkOwnership, type Ownership } from "./resolve/check-ownership.ts";
import { checkUnit } from "./resolve/check-unit.ts";
import { checkValidity } from "./resolve/check-validity.ts";
import { isActualRow } from "./resolve/is-actual-row.ts";
import { type RowPeriod, type RowPeriodReading, readRowPeriod } from "./resolve/read-row-period.ts";
import { RowFaults } from "./resolve/row-faults.ts";
import { areaHint } from "./rules/area-hint.ts";
import type { ErrorCollector } from "./rules/error-collector.ts";
import type { ParsedRow, ResolvedRow, RowSeries } from "./submitted-row.ts";

interface Input {
  readonly reference: ReferenceData;
  readonly scopes: ReadonlyMap<string, FeedScope>;
  /** The one that sends, one of `scopes`. */
  readonly feed: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly errors: ErrorCollector;
}

/**
 * Resolves the codes of rows against the catalogue and the feed's scope, and reports every code that is unknown, not
 * owned or not valid at the period. One per batch: periods and nearest names are worked out once per text.
 */
export class RowResolver {
  readonly #reference: ReferenceData;
  readonly #rules: Pick<ReferenceData, "dimensionCodes" | "locks"> & Ownership & { readonly faults: RowFaults };
  readonly #faults: RowFaults;
  readonly #now: number;
  readonly #periods = new Map<string, RowPeriodReading>();
  readonly #series = new Map<string, RowSeries>();

  constructor({ reference, scopes, feed, now, errors }: Input) {
    this.#reference = reference;
    this.#faults = new RowFaults(errors);
    this.#now = now;
    const { dimensionCodes, locks } = reference;
    this.#rules = { dimensionCodes, locks, scopes, feed, faults: this.#faults };
  }

  /** The row with the cell it names; null where that cannot be told or the feed may not write there. */
  resolve(row: ParsedRow): ResolvedRow | null {
    const faultsBefore = this.#faults.count;
    const definition = this.#definition(row);
    const area = this.#area(row);
    const period = this.#period(row, definition?.periodType);
    if (definition !== null) {
      checkBreakdown(row, definition, this.#rules);
      checkUnit(row, definition, this.#faults);
      checkOwnership(row, { definition, area }, this.#rules);
    }
    if (period !== null) checkValidity(row, { definition, area, period }, this.#rules);
    if (period === null || this.#faults.count > faultsBefore || !isAddressRead(row)) return null;
    const series = this.#seriesOf(row, period.period.type);
    return { ...row, periodId: period.id, at: period.period, breakdownKey: series.breakdown, series };
  }

  #definition(row: ParsedRow): IndicatorDefinition | null {
    if (row.unread.has("indicator")) return null;
    const { definitions } = this.#reference;
    const definition = definitions.get(row.indicator);
    if (definition !== undefined) return definition;
    const nearest = this.#faults.nearest(row, { kind: "indicator", written: row.indicator, known: definitions });
    this.#faults.report(row, { code: "indicator-unknown", field: "indicator", got: row.indicator, nearest });
    return null;
  }

  #area(row: ParsedRow): Area | null {
    if (row.unread.has("area")) return null;
    const { areas } = this.#reference;
    const area = areas.get(row.area);
    if (area !== undefined) return area;
    const near = (): string | null => this.#faults.nearest(row, { kind: "area", written: row.area, known: areas });
    const hint = this.#faults.wantsHints(row) ? areaHint(areas, row.area, near) : {};
    this.#faults.report(row, { code: "area-unknown", field: "area", got: row.area, ...hint });
    return null;
  }

  #period(row: ParsedRow, type: PeriodType | undefined): RowPeriod | null {
    if (row.unread.has("period")) return null;
    const isActual = isActualRow(row);
    const key = `${type ?? ""} ${isActual} ${row.period}`;
    let known = this.#periods.get(key);
    if (known === undefined) {
      known = readRowPeriod(row.period, { type, isActual, now: this.#now });
      this.#periods.set(key, known);
    }
    if ("period" in known) return known;
    const { code, reason } = known;
    const expected = type === undefined ? {} : { expected: type };
    this.#faults.report(row, { code, field: "period", got: row.period, ...expected, reason });
    return null;
  }

  /** Its codes are those of the catalogue: the row was resolved against it. */
  #seriesOf({ indicator, area, breakdown: sent, scenario }: ParsedRow, periodType: PeriodType): RowSeries {
    const breakdown = breakdownKey(sent);
    const text = `${indicator}|${area}|${breakdown}|${scenario}|${periodType}`;
    let series = this.#series.get(text);
    if (series === undefined) {
      series = { indicator: indicator as IndicatorCode, area: area as AreaCode, breakdown, scenario, periodType };
      this.#series.set(text, series);
    }
    return series;
  }
}

const ADDRESS_FIELDS: ReadonlySet<string> = new Set(["indicator", "area", "period", "breakdown", "scenario"]);

/** Whether every field that names the cell could be read; a dimension stands as `breakdown/<id>`. */
function isAddressRead({ unread }: ParsedRow): boolean {
  return [...unread].every((field) => !ADDRESS_FIELDS.has(field.split("/", 1)[0] ?? field));
}
