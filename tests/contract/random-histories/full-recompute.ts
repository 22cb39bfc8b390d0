import type { AreaCode } from "@bochiso/shared/area";
import { type BreakdownKey, parseBreakdownKey } from "@bochiso/shared/breakdown";
import type { OperandReading, OperandSource, SeriesAddress } from "@bochiso/shared/formula";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { missingValue } from "@bochiso/shared/observation";
import { nests, PeriodType, parentPeriod } from "@bochiso/shared/period";
import type { Catalogue } from "../../../server/src/catalogue/catalogue.ts";
import { bindCell, type CellEvaluation } from "../../../shared/src/graph/bind-cell.ts";
import { isComputed } from "../../../shared/src/graph/edge-places.ts";
import type { SentContent, SentValues } from "./sent-values.ts";
import { BREAKDOWNS, RESULT_PERIODS } from "./world.ts";

/** A computed cell as a full recompute finds it. */
export type FullCell = Pick<CellEvaluation, "value" | "status" | "live" | "way" | "coverage">;

const ABSENT: OperandReading = { value: missingValue("not-reported"), token: null };

/**
 * Everything computed from scratch out of what was sent: every possible cell of every indicator, place and period is
 * evaluated, in dependency order. It plans nothing, asks no store, and reads cells by its own statement of the rules.
 */
export class FullRecompute implements OperandSource {
  /** What exists, by series, period type, origin and ordinal. */
  readonly live = new Map<string, FullCell>();
  readonly #catalogue: Catalogue;
  readonly #sent = new Map<string, Map<number, SentContent>>();
  readonly #computed = new Map<string, Map<number, FullCell>>();
  readonly #spoken = new Set<string>();
  readonly #dimensions = new Set<string>();

  constructor(catalogue: Catalogue, sent: SentValues) {
    this.#catalogue = catalogue;
    for (const { cell, content } of sent.cells.values()) {
      const key = `${seriesKey(cell)}|${cell.period.type}`;
      entry(this.#sent, key).set(cell.period.ordinal, content);
      this.#spoken.add(cell.indicator);
      for (const dimension of Object.keys(parseBreakdownKey(cell.breakdown))) this.#dimensions.add(dimension);
    }
    this.#computeAll();
  }

  /** What a cell comes to, whether it exists or not. */
  at({ indicator, area, breakdown }: Omit<SeriesAddress, "scenario">, ordinal: number): FullCell | null {
    const { graph, space } = this.#catalogue;
    return bindCell({ graph, indicator, area, breakdown, source: this, space })?.at(ordinal) ?? null;
  }

  open(series: SeriesAddress) {
    const type = this.#catalogue.definitions.get(series.indicator)?.periodType;
    if (type === undefined) return { at: () => ABSENT };
    const key = seriesKey(series);
    if (type === "static") return { at: (day: number) => this.#inForce(key, day) };
    if (series.scenario !== "actual") return { at: (ordinal: number) => this.#standing(key, type, ordinal) };
    const sent = this.#sent.get(`${key}|${type}`);
    const computed = entry(this.#computed, key);
    return { at: (ordinal: number) => readActual(sent?.get(ordinal), computed.get(ordinal)) };
  }

  /** The latest validity that has begun and was not taken back. */
  #inForce(key: string, day: number): OperandReading {
    const begun = [...(this.#sent.get(`${key}|static`) ?? [])].filter(([start]) => start <= day);
    const latest = begun.sort(([a], [b]) => b - a).map(([, content]) => content);
    const found = latest.find(({ retracted }) => !retracted) ?? latest[0];
    return found === undefined ? ABSENT : reading(found);
  }

  /** A plan or target of the period, else that of the finest longer one. */
  #standing(key: string, type: PeriodType, ordinal: number): OperandReading {
    const own = this.#sent.get(`${key}|${type}`)?.get(ordinal);
    if (own !== undefined && !own.retracted) return reading(own);
    for (const longer of PeriodType.options) {
      if (longer === type || !nests(type, longer)) continue;
      const above = this.#sent.get(`${key}|${longer}`)?.get(parentPeriod({ type, ordinal }, longer).ordinal);
      if (above !== undefined && !above.retracted) return reading(above);
    }
    return own === undefined ? ABSENT : reading(own);
  }

  #computeAll(): void {
    const { graph, definitions } = this.#catalogue;
    const areas = this.#areasInOrder();
    const breakdowns = BREAKDOWNS.filter((key) => this.#isSpokenOf(key));
    for (const code of graph.aggregation?.order ?? graph.ruleOf.keys()) {
      const definition = definitions.get(code);
      if (definition === undefined || !this.#canSpeak(code)) continue;
      for (const area of areas) {
        for (const breakdown of breakdowns) {
          if (this.#isPossible(code, breakdown)) this.#compute(definition, area, breakdown);
        }
      }
    }
  }

  /** Nothing can be computed by codes of a dimension in which nobody sent anything. */
  #isSpokenOf(key: BreakdownKey): boolean {
    return Object.keys(parseBreakdownKey(key)).every((dimension) => this.#dimensions.has(dimension));
  }

  /** Parts before their wholes. */
  #areasInOrder() {
    const { areas, graph } = this.#catalogue;
    const stageOf = (code: string): number => graph.aggregation?.places.areas.stageOf(code) ?? 0;
    return [...areas.values()].map(({ code }) => code).sort((a, b) => stageOf(a) - stageOf(b));
  }

  /** An indicator none of whose operands, however far below, has any value cannot be computed anywhere. */
  #canSpeak(code: string): boolean {
    const { graph } = this.#catalogue;
    const operands = graph.ruleOf.get(code)?.operands.map(({ operand }) => operand.code as string) ?? [];
    if (this.#spoken.has(code)) return true;
    if (!operands.some((operand) => this.#spoken.has(operand))) return false;
    this.#spoken.add(code);
    return true;
  }

  #isPossible(code: string, key: BreakdownKey): boolean {
    const { graph, definitions } = this.#catalogue;
    const rule = graph.ruleOf.get(code);
    if (graph.aggregation === null) return rule !== undefined && isComputed(rule, key);
    const declared = definitions.get(code)?.breakdowns ?? [];
    return Object.keys(parseBreakdownKey(key)).every((name) => declared.some(({ dimension }) => dimension === name));
  }

  #compute({ code, periodType }: IndicatorDefinition, area: AreaCode, breakdown: BreakdownKey): void {
    const { graph, space } = this.#catalogue;
    const bound = bindCell({ graph, indicator: code, area, breakdown, source: this, space });
    const key = seriesKey({ indicator: code, area, breakdown, scenario: "actual" });
    const [first, last] = RESULT_PERIODS[periodType] ?? [0, -1];
    const live = entry(this.#computed, key);
    for (let ordinal = first; bound !== null && ordinal <= last; ordinal += 1) {
      const cell = bound.at(ordinal);
      if (!cell.live) continue;
      live.set(ordinal, cell);
      this.live.set(`${key}|${periodType}|computed|${ordinal}`, cell);
    }
  }
}

/** Reported where there is a value, else computed, else the reported absence. */
function readActual(sent: SentContent | undefined, computed: FullCell | undefined): OperandReading {
  if (sent !== undefined && sent.value.kind !== "missing") return reading(sent);
  if (computed !== undefined && (computed.value.kind !== "missing" || sent === undefined)) return reading(computed);
  return sent === undefined ? ABSENT : reading(sent);
}

function entry<T>(cells: Map<string, Map<number, T>>, key: string): Map<number, T> {
  let own = cells.get(key);
  if (own === undefined) {
    own = new Map();
    cells.set(key, own);
  }
  return own;
}

function reading({
  value,
  status,
  coverage = null,
}: Pick<SentContent, "value" | "status"> & Partial<Pick<FullCell, "coverage">>): OperandReading {
  return { value, status, coverage, token: null };
}

function seriesKey({
  indicator,
  area,
  breakdown,
  scenario,
}: Record<"indicator" | "area" | "breakdown" | "scenario", string>) {
  return `${indicator}|${area}|${breakdown}|${scenario}`;
}
