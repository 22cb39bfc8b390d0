import { AreaCode } from "../../area/index.ts";
import { type BreakdownKey, breakdownKey, parseBreakdownKey } from "../../breakdown/index.ts";
import type {
  AreaSpace,
  FormulaDefinition,
  OperandReading,
  OperandSource,
  SeriesAddress,
} from "../../formula/index.ts";
import { aDefinition, definitionsOf, THREE_PROVINCES } from "../../formula/testing/index.ts";
import type { IndicatorCode } from "../../indicator/index.ts";
import { missingValue, numberValue, ObservationStatus } from "../../observation/index.ts";
import { type PeriodType, parentPeriod } from "../../period/index.ts";
import { bindCell } from "../bind-cell.ts";
import { buildGraph } from "../build-graph.ts";
import type { DependencyGraph } from "../dependency-graph.ts";
import { isComputed } from "../edge-places.ts";
import type { StoredExtent } from "../stored-extent.ts";

const by = ["ownership"];

/** Definitions that use every kind of edge: shifts, windows, nesting, areas, breakdowns, scenarios, chains. */
export const WORLD = definitionsOf(
  aDefinition("t.x", { by }),
  aDefinition("t.y"),
  aDefinition("t.cum", { accumulation: "ytd", aggregation: { area: "sum", time: "last" } }),
  aDefinition("t.year", { periodType: "year", accumulation: "stock" }),
  aDefinition("t.fixed", { periodType: "static" }),
  aDefinition("d.a", { formula: "t.x + t.y" }),
  aDefinition("d.b", { formula: "yoy(ytd(d.a))" }),
  aDefinition("d.c", { formula: "t.x / t.year" }),
  aDefinition("d.d", { formula: "d.c - d.c@VN" }),
  aDefinition("d.e", { formula: "sum(t.x over area)", by }),
  aDefinition("d.f", { formula: "rollingSum(t.x, 3) - previous(t.y)" }),
  aDefinition("d.g", { formula: "t.x / endOfLastYear(t.x)", by }),
  aDefinition("d.h", { formula: "share(t.x, t.x[ownership=_T])", by }),
  aDefinition("d.i", { formula: "t.x * t.fixed" }),
  aDefinition("d.j", { formula: "t.x + d.a", periodType: "quarter" }),
  aDefinition("d.k", { formula: "rank(d.a)" }),
  aDefinition("d.l", { formula: "t.y / t.y@parent" }),
  aDefinition("d.m", { formula: "inPeriod(t.cum)" }),
  aDefinition("d.n", { formula: "t.cum / yearAgo(t.year)", periodType: "quarter" }),
  aDefinition("d.o", { formula: "sum(t.x over ownership)" }),
  aDefinition("d.p", { formula: "t.x - t.x:target", by }),
  aDefinition("d.q", { formula: "t.x[ownership=FDI] / t.x" }),
  aDefinition("d.r", { formula: "coalesce(t.y, lag(t.x, 12))" }),
);
export const GRAPH: DependencyGraph = buildGraph(WORLD);
export const AREAS = ["VN", "01", "02", "03"].map((code) => AreaCode.parse(code));
export const BREAKDOWNS: readonly BreakdownKey[] = [{}, { ownership: "FDI" }, { ownership: "domestic" }].map(
  breakdownKey,
);

/** Ordinals of results that any cell of 2024 and 2025 can reach, generously. */
const RESULT_RANGE: Readonly<Partial<Record<PeriodType, readonly [number, number]>>> = {
  month: [2023 * 12, 2027 * 12 + 11],
  quarter: [2023 * 4, 2027 * 4 + 3],
};

const ABSENT: OperandReading = { value: missingValue("not-reported"), token: null };

type Cells = Map<string, Map<number, number>>;

/** What a store holds the cells of. Areas and breakdowns in the order of computation, parts first. */
export interface World {
  readonly graph: DependencyGraph;
  readonly areas: readonly AreaCode[];
  readonly breakdowns: readonly BreakdownKey[];
  readonly space: AreaSpace;
  /** First and last result by period type, generously. */
  readonly results: Readonly<Partial<Record<PeriodType, readonly [number, number]>>>;
}
const FORMULAS: World = {
  graph: GRAPH,
  areas: AREAS,
  breakdowns: BREAKDOWNS,
  space: THREE_PROVINCES,
  results: RESULT_RANGE,
};

/** Cells in memory: what was sent, and what was computed (with non-numbers as their text). */
export class MemoryStore implements OperandSource {
  readonly sent: Cells = new Map();
  readonly computed = new Map<string, Map<number, OperandReading>>();
  readonly #world: World;

  constructor(world: World = FORMULAS) {
    this.#world = world;
  }

  send(series: SeriesAddress, type: PeriodType, ordinal: number, value: number | null): void {
    const key = `${keyOf(series)}|${type}`;
    const cells = this.sent.get(key) ?? new Map<number, number>();
    this.sent.set(key, cells);
    if (value === null) cells.delete(ordinal);
    else cells.set(ordinal, value);
  }

  open(series: SeriesAddress) {
    const type = this.#world.graph.definitions.get(series.indicator)?.periodType ?? "month";
    return { at: (ordinal: number) => this.#read(series, type, ordinal) };
  }

  #read(series: SeriesAddress, type: PeriodType, ordinal: number): OperandReading {
    const own = this.sent.get(`${keyOf(series)}|${type}`);
    if (type === "static") {
      const start = [...(own?.keys() ?? [])].filter((day) => day <= ordinal).sort((a, b) => b - a)[0];
      return start === undefined ? ABSENT : reported(own?.get(start));
    }
    const sent = own?.get(ordinal);
    if (sent !== undefined) return reported(sent);
    if (series.scenario !== "actual") {
      const year = parentPeriod({ type, ordinal }, "year").ordinal;
      return reported(this.sent.get(`${keyOf(series)}|year`)?.get(year));
    }
    return this.computed.get(keyOf(series))?.get(ordinal) ?? ABSENT;
  }

  copy(): MemoryStore {
    const copy = new MemoryStore(this.#world);
    for (const [key, cells] of this.sent) copy.sent.set(key, new Map(cells));
    for (const [key, cells] of this.computed) copy.computed.set(key, new Map(cells));
    return copy;
  }

  /** Every computed cell as text, sorted. */
  snapshot(): string[] {
    const lines = [...this.computed].flatMap(([key, cells]) =>
      [...cells].map(
        ([ordinal, { value, status, coverage }]) =>
          `${key}/${ordinal} = ${JSON.stringify(value)} ${status} ${JSON.stringify(coverage)}`,
      ),
    );
    return lines.sort();
  }

  put(series: SeriesAddress, ordinal: number, reading: OperandReading | null): void {
    const cells = this.computed.get(keyOf(series)) ?? new Map<number, OperandReading>();
    this.computed.set(keyOf(series), cells);
    if (reading === null) cells.delete(ordinal);
    else cells.set(ordinal, reading);
  }

  /** Everything computed again from what was sent, by walking every possible cell. */
  recomputeAll(): void {
    this.computed.clear();
    const { graph, areas, breakdowns } = this.#world;
    for (const code of graph.aggregation?.order ?? graph.ruleOf.keys()) {
      const definition = graph.definitions.get(code);
      if (definition === undefined) continue;
      for (const area of areas) {
        for (const breakdown of breakdowns) {
          if (this.#isPossible(definition, breakdown)) this.#recompute(definition, area, breakdown);
        }
      }
    }
  }

  #isPossible({ code, breakdowns }: FormulaDefinition, key: BreakdownKey): boolean {
    const { graph } = this.#world;
    const rule = graph.ruleOf.get(code);
    if (graph.aggregation === null && rule !== undefined) return isComputed(rule, key);
    return Object.keys(parseBreakdownKey(key)).every((name) => breakdowns.some(({ dimension }) => dimension === name));
  }

  #recompute({ code, periodType }: FormulaDefinition, area: AreaCode, breakdown: BreakdownKey): void {
    const { graph, space, results } = this.#world;
    const series = { indicator: code, area, breakdown, scenario: "actual" } as const;
    const bound = bindCell({ graph, ...series, source: this, space });
    const [first, last] = results[periodType] ?? [0, -1];
    for (let ordinal = first; bound !== null && ordinal <= last; ordinal++) {
      const { value, status, coverage, live } = bound.at(ordinal);
      if (live) this.put(series, ordinal, { value, status, coverage, token: null, origin: "computed" });
    }
  }

  extent(): StoredExtent {
    const actual = [...this.sent.keys(), ...this.computed.keys()].map((key) => key.split("|"));
    const matches = (indicator: string, area?: string) =>
      actual.filter(
        ([name, place, , scenario]) => name === indicator && scenario === "actual" && (area ?? place) === place,
      );
    return {
      areasOf: (indicator: IndicatorCode) => this.#world.areas.filter((area) => matches(indicator, area).length > 0),
      breakdownsOf: (indicator, area) =>
        this.#world.breakdowns.filter((key) => matches(indicator, area).some((row) => row[2] === key)),
      periodsOf: (series) => {
        const type = this.#world.graph.definitions.get(series.indicator)?.periodType ?? "month";
        const sent = this.sent.get(`${keyOf(series)}|${type}`)?.keys() ?? [];
        const ordinals = [...sent, ...(this.computed.get(keyOf(series))?.keys() ?? [])];
        return ordinals.length === 0 ? null : { first: Math.min(...ordinals), last: Math.max(...ordinals) };
      },
    };
  }
}

function keyOf({ indicator, area, breakdown, scenario }: SeriesAddress): string {
  return `${indicator}|${area}|${breakdown}|${scenario}`;
}

/** Every number has a status, the same for the same number, so that statuses change as numbers do. */
function reported(value: number | undefined): OperandReading {
  if (value === undefined) return ABSENT;
  const status = ObservationStatus.options[Math.abs(Math.round(value)) % 4] ?? null;
  return { value: numberValue(value), status, token: null, origin: "reported" };
}
