import type { Area, AreaCode } from "@bochiso/shared/area";
import { breakdownKey } from "@bochiso/shared/breakdown";
import type { IndicatorCode, IndicatorDefinition } from "@bochiso/shared/indicator";
import {
  firstDay,
  isFuturePeriod,
  lastDay,
  localDate,
  nests,
  type Period,
  type PeriodId,
  type PeriodParse,
  type PeriodType,
  parsePeriod,
  periodContaining,
  periodId,
} from "@bochiso/shared/period";
import { UNIT_CATALOGUE } from "@bochiso/shared/unit";
import { lockOf } from "../intake/lock-of.ts";
import { type FeedScope, type ReferenceData, scopeHoldsArea } from "./reference.ts";
import { areaHint } from "./rules/area-hint.ts";
import type { ErrorCollector, Fault } from "./rules/error-collector.ts";
import { nearestCode } from "./rules/nearest-code.ts";
import { someOf } from "./rules/some-of.ts";
import type { ParsedRow, ResolvedRow, RowSeries } from "./submitted-row.ts";

const TOTAL_OR_NONE: ReadonlySet<string> = new Set(["_T", "_Z"]);

interface ResolvedPeriod {
  period: Period;
  id: PeriodId;
  first: string;
  last: string;
  future: boolean;
}

/**
 * Resolves the codes of rows against the catalogue and the feed's scope, and reports every code that is unknown, not
 * owned or not valid at the period. One per batch: periods and nearest names are worked out once per text.
 */
export class RowResolver {
  readonly #reference: ReferenceData;
  readonly #scope: FeedScope;
  readonly #scopes: ReadonlyMap<string, FeedScope>;
  readonly #now: number;
  readonly #errors: ErrorCollector;
  readonly #periods = new Map<string, ResolvedPeriod | Extract<PeriodParse, { ok: false }>>();
  readonly #nearest = new Map<string, string | null>();
  readonly #series = new Map<string, RowSeries>();
  #faults = 0;

  /** `feed` is the one that sends, one of `scopes`. */
  constructor(input: {
    reference: ReferenceData;
    scopes: ReadonlyMap<string, FeedScope>;
    feed: string;
    now: number;
    errors: ErrorCollector;
  }) {
    this.#reference = input.reference;
    this.#scopes = input.scopes;
    this.#scope = input.scopes.get(input.feed) ?? new Map();
    this.#now = input.now;
    this.#errors = input.errors;
  }

  /** The row with the cell it names; null where that cannot be told or the feed may not write there. */
  resolve(row: ParsedRow): ResolvedRow | null {
    const faultsBefore = this.#faults;
    const definition = this.#definition(row);
    const area = this.#area(row);
    const period = this.#period(row, definition?.periodType);
    if (definition !== null) {
      this.#breakdown(row, definition);
      if (row.unit !== null) this.#unit(row, row.unit, definition);
      this.#ownership(row, definition, area);
    }
    if (period !== null) this.#validity(row, definition, area, period);
    if (period === null || this.#faults > faultsBefore || !isAddressRead(row)) return null;
    const series = this.#seriesOf(row, period.period.type);
    return { ...row, periodId: period.id, at: period.period, breakdownKey: series.breakdown, series };
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

  #definition(row: ParsedRow): IndicatorDefinition | null {
    if (row.unread.has("indicator")) return null;
    const definition = this.#reference.definitions.get(row.indicator);
    if (definition !== undefined) return definition;
    const nearest = this.#nearestOf(row, "indicator", row.indicator, this.#reference.definitions);
    this.#fault(row, { code: "indicator-unknown", field: "indicator", got: row.indicator, nearest });
    return null;
  }

  /** A sender who says the unit is told when it is another one: nothing is ever converted. */
  #unit(row: ParsedRow, said: string, { unit }: IndicatorDefinition): void {
    const text = UNIT_CATALOGUE.get(unit)?.text;
    if (said === unit || said === text?.vi || said === text?.en) return;
    const name = text ?? { vi: unit, en: unit };
    this.#fault(row, {
      code: "code-unknown",
      field: "unit",
      got: said,
      expected: unit,
      reason: {
        vi: `Chỉ số này tính bằng ${name.vi}; số không được tự quy đổi. Quy đổi rồi gửi, ghi đơn vị ${unit} hoặc bỏ trống.`,
        en: `This indicator is in ${name.en}; nothing is converted. Convert the value, write the unit ${unit} or leave it out.`,
      },
    });
  }

  #area(row: ParsedRow): Area | null {
    if (row.unread.has("area")) return null;
    const area = this.#reference.areas.get(row.area);
    if (area !== undefined) return area;
    const near = (): string | null => this.#nearestOf(row, "area", row.area, this.#reference.areas);
    const hint = this.#errors.wantsHints(row.row) ? areaHint(this.#reference.areas, row.area, near) : {};
    this.#fault(row, { code: "area-unknown", field: "area", got: row.area, ...hint });
    return null;
  }

  #period(row: ParsedRow, type: PeriodType | undefined): ResolvedPeriod | null {
    if (row.unread.has("period")) return null;
    const isActual = isActualRow(row);
    const key = `${type ?? ""} ${isActual} ${row.period}`;
    let known = this.#periods.get(key);
    if (known === undefined) {
      known = this.#readPeriod(row.period, type, isActual);
      this.#periods.set(key, known);
    }
    if ("period" in known) return known;
    this.#fault(row, {
      code: known.code,
      field: "period",
      got: row.period,
      ...(type === undefined ? {} : { expected: type }),
      reason: known.reason,
    });
    return null;
  }

  /** An annual plan or target answers finer periods, so other scenarios may stand at a coarser type. */
  #readPeriod(
    text: string,
    type: PeriodType | undefined,
    isActual: boolean,
  ): ResolvedPeriod | Extract<PeriodParse, { ok: false }> {
    const exact = parsePeriod(text, type);
    const any = exact.ok || isActual || type === undefined ? exact : parsePeriod(text);
    const parsed = any.ok && type !== undefined && !nests(type, any.period.type) ? exact : any;
    if (!parsed.ok) return parsed;
    const { period } = parsed;
    return {
      period,
      id: periodId(period),
      first: firstDay(period),
      last: lastDay(period),
      future: isFuturePeriod(period, this.#now),
    };
  }

  #breakdown(row: ParsedRow, definition: IndicatorDefinition): void {
    if (row.unread.has("breakdown")) return;
    for (const [dimension, code] of Object.entries(row.breakdown)) {
      const declared = definition.breakdowns.some((it) => it.dimension === dimension);
      if (!declared) {
        const known = definition.breakdowns.map((it) => it.dimension);
        this.#fault(row, {
          code: "dimension-unknown",
          dimension,
          got: dimension,
          ...(known.length === 0 ? {} : { expected: known.join(", ") }),
          nearest: this.#nearestOf(row, `dimension of ${definition.code}`, dimension, new Set(known)),
        });
        continue;
      }
      const codes = this.#reference.dimensionCodes.get(dimension) ?? new Set<string>();
      if (TOTAL_OR_NONE.has(code) || codes.has(code)) continue;
      const nearest = this.#nearestOf(row, dimension, code, codes);
      this.#fault(row, { code: "code-unknown", dimension, got: code, expected: someOf(codes), nearest });
    }
    for (const { dimension, required } of definition.breakdowns) {
      if (!required || (row.breakdown[dimension] ?? "_T") !== "_T" || row.unread.has(`breakdown/${dimension}`))
        continue;
      const codes = this.#reference.dimensionCodes.get(dimension) ?? new Set<string>();
      this.#fault(row, { code: "dimension-missing", dimension, expected: someOf(codes) });
    }
  }

  #ownership(row: ParsedRow, definition: IndicatorDefinition, area: Area | null): void {
    const got = row.indicator;
    if (definition.formula !== null && !definition.acceptsReported && isActualRow(row)) {
      this.#fault(row, { code: "indicator-derived", field: "indicator", got, expected: definition.formula });
    }
    const areas = this.#scope.get(row.indicator);
    if (areas === undefined) {
      this.#fault(row, { code: "indicator-not-in-feed", field: "indicator", got, ...this.#ownerOf(row, area) });
    } else if (area !== null && !scopeHoldsArea(areas, area)) {
      this.#fault(row, {
        code: "area-not-in-feed",
        field: "area",
        got: row.area,
        expected: [...areas]
          .filter((code) => !code.startsWith("!"))
          .slice(0, 5)
          .join(", "),
      });
    }
  }

  /** The one feed that owns an indicator in an area; public information of the catalogue. */
  #ownerOf({ row, indicator }: ParsedRow, area: Area | null): Pick<Fault, "expected" | "reason"> {
    if (!this.#errors.wantsHints(row)) return {};
    const owners = [...this.#scopes].flatMap(([feed, scope]) => {
      const areas = scope.get(indicator);
      return areas !== undefined && (area === null || scopeHoldsArea(areas, area)) ? [feed] : [];
    });
    const [owner] = owners;
    if (owner === undefined || owners.length > 1) return {};
    return {
      expected: owner,
      reason: {
        vi: `Kênh này không được gửi chỉ số "${indicator}"; chỉ số này do kênh "${owner}" gửi.`,
        en: `This feed may not send the indicator "${indicator}"; the feed "${owner}" does.`,
      },
    };
  }

  #validity(row: ParsedRow, definition: IndicatorDefinition | null, area: Area | null, period: ResolvedPeriod): void {
    // A later version says how the indicator is defined from a day on, not that it did not exist before.
    if (definition?.version === 1 && definition.effectiveFrom !== null && definition.effectiveFrom > period.last) {
      this.#fault(row, {
        code: "indicator-not-in-force",
        field: "indicator",
        got: row.indicator,
        expected: definition.effectiveFrom,
      });
    }
    if (area !== null && !existsDuring(area, period)) {
      this.#fault(row, { code: "area-not-valid-at-period", field: "area", ...otherUnit(area, period) });
    }
    if (isActualRow(row) && period.future) {
      this.#fault(row, {
        code: "period-in-future",
        field: "period",
        got: row.period,
        expected: `≤ ${latestBegun(period.period.type, this.#now)}`,
      });
    }
    if (isActualRow(row)) this.#frozen(row, period);
  }

  /** A steward froze the period: what was published or reported upwards is not changed from outside. */
  #frozen(row: ParsedRow, { first, last }: ResolvedPeriod): void {
    const { indicator, area } = row;
    const lock = lockOf(this.#reference.locks, { indicator, area, firstDay: first, lastDay: last });
    if (lock === undefined) return;
    const { firstDay, lastDay, reason } = lock;
    this.#fault(row, {
      code: "period-locked",
      field: "period",
      got: row.period,
      reason: {
        vi: `Kỳ "${row.period}" đã chốt số liệu (từ ${firstDay} đến ${lastDay}): ${reason}`,
        en: `The period "${row.period}" is locked (${firstDay} to ${lastDay}): ${reason}`,
      },
    });
  }

  #nearestOf(
    { row }: ParsedRow,
    kind: string,
    written: string,
    known: ReadonlyMap<string, unknown> | ReadonlySet<string>,
  ): string | null {
    if (!this.#errors.wantsHints(row)) return null;
    const key = `${kind} ${written}`;
    let nearest = this.#nearest.get(key);
    if (nearest === undefined) {
      nearest = nearestCode(written, known.keys());
      this.#nearest.set(key, nearest);
    }
    return nearest;
  }

  #fault(row: ParsedRow, fault: Omit<Fault, "row">): void {
    this.#faults += 1;
    this.#errors.report({ row: row.row, ...fault });
  }
}

const ADDRESS_FIELDS: ReadonlySet<string> = new Set(["indicator", "area", "period", "breakdown", "scenario"]);

/** Whether every field that names the cell could be read; a dimension stands as `breakdown/<id>`. */
function isAddressRead({ unread }: ParsedRow): boolean {
  return [...unread].every((field) => !ADDRESS_FIELDS.has(field.split("/", 1)[0] ?? field));
}

/** Where the scenario could not be read, no rule for actual values applies. */
function isActualRow(row: ParsedRow): boolean {
  return row.scenario === "actual" && !row.unread.has("scenario");
}

/** The last period of a type that has begun; of hours the day, since all of today may be sent. */
function latestBegun(type: PeriodType, now: number): PeriodId {
  return periodId(periodContaining(type === "hour" ? "day" : type, localDate(now)));
}

/** A merged unit is reported under the code that was or is in force: former until 2025-06-30, present from 2025-07-01. */
function otherUnit(area: Area, period: ResolvedPeriod): Pick<Fault, "got" | "expected" | "nearest" | "reason"> {
  const { code, validFrom, validTo } = area;
  const isOver = validTo !== null && validTo < period.first;
  const sole = area.predecessors.length === 1 ? area.predecessors[0] : undefined;
  const day = isOver ? validTo : (validFrom ?? "");
  return {
    got: code,
    expected: `${isOver ? "≤" : "≥"} ${day}`,
    nearest: area.successor ?? sole ?? null,
    reason: {
      vi: `Địa phương "${code}" không tồn tại trong kỳ này, chỉ có ${isOver ? "đến hết ngày" : "từ ngày"} ${day}.`,
      en: `The area "${code}" does not exist in this period, only ${isOver ? "until" : "from"} ${day}.`,
    },
  };
}

/** Whether a unit exists on at least one day of a period. */
function existsDuring(area: Area, period: ResolvedPeriod): boolean {
  return (
    (area.validFrom === null || area.validFrom <= period.last) &&
    (area.validTo === null || area.validTo >= period.first)
  );
}
