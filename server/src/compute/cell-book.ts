import { type Observation, type ObservationContent, toValue } from "@bochiso/db/repositories/observations";
import type { OperandReading, OperandSource, SeriesAddress, SeriesReadings } from "@bochiso/shared/formula";
import { missingValue, type Origin } from "@bochiso/shared/observation";
import { nests, type Period, PeriodType, parentPeriod } from "@bochiso/shared/period";

/** What stands in a cell: stored, or brought by the change at hand (then `observation` is null). */
export interface BookedCell {
  readonly content: Pick<ObservationContent, "value" | "status" | "missingReason" | "errorCode" | "retracted"> &
    Partial<Pick<ObservationContent, "coverageHave" | "coverageOf" | "coverageWeight">>;
  readonly observation: Observation | null;
}

/** The cell that answered a reading, for explanations; null where nothing is stored. */
export type CellToken = { readonly origin: Origin; readonly cell: BookedCell } | null;

/** Cells of one series and origin by ordinal. */
export type Cells = Map<number, BookedCell>;
interface SeriesCells {
  readonly reported: Cells;
  readonly computed: Cells;
}

const NOTHING: OperandReading<CellToken> = { value: missingValue("not-reported"), token: null };

/**
 * The cells a computation may read, by series and period type, in the default reading order: reported where there is a
 * value, else computed, else the reported absence with its reason. Source: domain, "Aggregation".
 */
export class CellBook implements OperandSource<CellToken> {
  readonly #series = new Map<string, SeriesCells>();
  readonly #periodTypeOf: (indicator: string) => PeriodType | undefined;

  constructor(periodTypeOf: (indicator: string) => PeriodType | undefined) {
    this.#periodTypeOf = periodTypeOf;
  }

  put(series: SeriesAddress, period: Period, origin: Origin, cell: BookedCell): void {
    this.#cells(series, period.type)[origin].set(period.ordinal, cell);
  }

  /** The cells of one series and origin, also those put later: for whoever looks at many of them. */
  cellsOf(series: SeriesAddress, type: PeriodType, origin: Origin): Cells {
    return this.#cells(series, type)[origin];
  }

  /** What stands in one cell of one origin. */
  at(series: SeriesAddress, period: Period, origin: Origin): BookedCell | null {
    return this.#series.get(keyOf(series, period.type))?.[origin].get(period.ordinal) ?? null;
  }

  open(series: SeriesAddress): SeriesReadings<CellToken> {
    const type = this.#periodTypeOf(series.indicator);
    if (type === undefined) return { at: () => NOTHING };
    if (type === "static") return { at: (day) => this.#inForce(series, day) };
    if (series.scenario === "actual") return this.#openActual(keyOf(series, type));
    return { at: (ordinal) => this.#readCoarser(series, { type, ordinal }) };
  }

  /** A series may get its first cell after it was opened, so it is looked up until it is found. */
  #openActual(key: string): SeriesReadings<CellToken> {
    let cells: SeriesCells | undefined;
    return {
      at: (ordinal) => {
        cells ??= this.#series.get(key);
        return (cells && readCell(cells, ordinal)) ?? NOTHING;
      },
    };
  }

  #read(series: SeriesAddress, period: Period): OperandReading<CellToken> | null {
    const cells = this.#series.get(keyOf(series, period.type));
    return cells === undefined ? null : readCell(cells, period.ordinal);
  }

  /** An annual plan or target answers finer periods; one that was taken back lets the coarser one answer again. */
  #readCoarser(series: SeriesAddress, period: Period): OperandReading<CellToken> {
    const own = this.#read(series, period);
    if (own !== null && !isRetracted(own)) return own;
    for (const type of PeriodType.options) {
      if (type === period.type || !nests(period.type, type)) continue;
      const containing = parentPeriod(period, type);
      const found = this.#read(series, containing);
      if (found !== null && !isRetracted(found)) return { ...found, period: containing };
    }
    return own ?? NOTHING;
  }

  /** The value whose validity starts last on or before a day. One that was taken back never came into force. */
  #inForce(series: SeriesAddress, day: number): OperandReading<CellToken> {
    const cells = this.#series.get(keyOf(series, "static"));
    if (cells === undefined) return NOTHING;
    const starts = [...cells.reported.keys(), ...cells.computed.keys()].filter((start) => start <= day);
    let takenBack: OperandReading<CellToken> | null = null;
    for (const start of starts.sort((a, b) => b - a)) {
      const found = readCell(cells, start);
      if (found === null) continue;
      const reading = { ...found, period: { type: "static", ordinal: start } } as const;
      if (!isRetracted(reading)) return reading;
      takenBack ??= reading;
    }
    return takenBack ?? NOTHING;
  }

  #cells(series: SeriesAddress, type: PeriodType): SeriesCells {
    const key = keyOf(series, type);
    let cells = this.#series.get(key);
    if (cells === undefined) {
      cells = { reported: new Map(), computed: new Map() };
      this.#series.set(key, cells);
    }
    return cells;
  }
}

function readCell(cells: SeriesCells, ordinal: number): OperandReading<CellToken> | null {
  const reported = readOrigin(cells, "reported", ordinal);
  if (reported !== null && reported.value.kind !== "missing") return reported;
  const computed = readOrigin(cells, "computed", ordinal);
  // What was computed once and is no more tells its reader why, but to a formula it is as if it had never been.
  if (computed === null || isRetracted(computed)) return reported;
  if (reported === null) return computed;
  return computed.value.kind === "missing" ? reported : { ...computed, reported };
}

function readOrigin(cells: SeriesCells, origin: Origin, ordinal: number): OperandReading<CellToken> | null {
  const cell = cells[origin].get(ordinal);
  if (cell === undefined) return null;
  const { status, coverageHave: have = null, coverageOf: of = null, coverageWeight: weightShare = null } = cell.content;
  const reading = { value: toValue(cell.content), status, origin, token: { origin, cell } };
  return have === null || of === null ? reading : { ...reading, coverage: { have, of, weightShare } };
}

/** Whether the cell was taken back: then it says nothing, unlike a value that was sent as absent. */
function isRetracted({ token }: OperandReading<CellToken>): boolean {
  return token !== null && token.cell.content.retracted === 1;
}

function keyOf(series: SeriesAddress, type: PeriodType): string {
  return `${series.indicator}|${series.area}|${series.breakdown}|${series.scenario}|${type}`;
}
