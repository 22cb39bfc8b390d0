import { AreaCode } from "../../area/area-code.ts";
import { TOTAL_KEY } from "../../breakdown/breakdown-key.ts";
import type { IndicatorDefinition } from "../../indicator/indicator.ts";
import { missingValue, numberValue, type Value } from "../../observation/value.ts";
import { buildComparison, type ComparedArea } from "../build-comparison.ts";
import { aDefinition } from "./a-definition.ts";

const valueFor = (number: number | null): Value =>
  number === null ? missingValue("not-reported") : numberValue(number);
/** Tỉnh A is the first. */
export const letterOf = (at: number): string => String.fromCodePoint("A".charCodeAt(0) + at);

function anArea(at: number, now: number | null, previous: number | null = null): ComparedArea {
  const name = `Tỉnh ${letterOf(at)}`;
  return {
    area: AreaCode.parse(String(at + 1).padStart(2, "0")),
    name: { vi: name, en: name },
    value: valueFor(now),
    previous: valueFor(previous),
    recast: null,
    absence: null,
    successor: null,
  };
}

/** The comparison of areas called Tỉnh A, Tỉnh B, … by their numbers, null for a gap. */
export function aComparison(
  numbers: readonly (number | null)[],
  {
    definition = aRate(),
    nation = null,
    previous = [],
    breakdown = null,
  }: {
    definition?: IndicatorDefinition;
    nation?: number | null;
    previous?: readonly number[];
    breakdown?: string | null;
  } = {},
) {
  return buildComparison({
    definition,
    breakdown: TOTAL_KEY,
    breakdownLabel: breakdown === null ? null : { vi: breakdown, en: breakdown },
    areas: numbers.map((number, at) => anArea(at, number, previous[at] ?? null)),
    nation: nation === null ? null : numberValue(nation),
    period: null,
    source: null,
    state: { state: "ready", stateReason: null },
    areaBasis: "present",
    bases: { present: true, former: false },
    refusal: null,
    target: null,
  });
}

/** A rate in percent, one decimal shown. */
export function aRate(changes: Parameters<typeof aDefinition>[0] = {}): IndicatorDefinition {
  return aDefinition({
    valueType: "ratio_pct",
    unit: "pct",
    accumulation: "rate",
    aggregation: { area: "recompute", time: "recompute" },
    display: { unit: { vi: "%", en: "%" }, factor: 1, decimals: 1 },
    ...changes,
  });
}
/** A value that adds up over areas. */
export const aSum = (changes: object = {}) => aDefinition({ aggregation: { area: "sum", time: "sum" }, ...changes });
