import type { ExplainedNode, ScreenValue } from "../http/screen-answers.ts";
import { isLonger, lastDayOf, type Slot, slotAround, slotOf, slotsWithin, yearOf } from "./calendar.ts";
import {
  carefulSum,
  error,
  evaluate,
  isFailure,
  missing,
  numbers,
  type Outcome,
  type Surroundings,
} from "./evaluate.ts";
import { type Node, parse } from "./parse.ts";
import { NOWHERE, type Places } from "./places.ts";
import { type CountedCoverage, type CountedPart, codeOfPart, makeWhole } from "./replay-whole.ts";

/** What the catalogue says of an indicator that a replay needs. */
export interface ReplayFacts {
  readonly period: string;
  /** How a finer series becomes a coarser one. */
  readonly timeRule: string;
  /** Periods from which the series is not comparable with what was before, with the areas concerned (none: all). */
  readonly breaks: readonly { readonly from: string; readonly areas?: readonly string[] | undefined }[];
  /** By which rule parts make a whole; absent: what the explanation says is taken. */
  readonly areaRule?: string;
  readonly weight?: string | undefined;
  readonly partialOverArea?: boolean;
  readonly accumulation?: string;
  readonly direction?: string;
}
export type FactsOf = (indicator: string) => ReplayFacts;

/** A node whose replay gives something else than what is explained. */
export interface Difference {
  cell: string;
  /** The formula, or the way and rule of a whole. */
  formula: string;
  explained: unknown;
  replayed: unknown;
}

/**
 * Computes every formula and every whole of an explanation again, from its operands and parts alone, and tells where
 * another number, another coverage or other parts come out. Absences are compared by kind, errors by code, numbers to
 * the last bit.
 */
export function replayExplanation(node: ExplainedNode, factsOf: FactsOf, places: Places = NOWHERE): Difference[] {
  const nodes = [...node.operands, ...(node.part?.weights ?? [])];
  const below = nodes.flatMap((operand) => replayExplanation(operand, factsOf, places));
  if (node.truncated) return below;
  if (node.way === "over-time") return [...replayOverTime(node, factsOf, places), ...below];
  if (node.whole != null) return [...replayWhole(node, factsOf, places), ...below];
  if (node.formula === null) return below;
  const slot = slotOf(node.period.id, node.period.type);
  const replayed = evaluate(parse(node.formula), slot, surroundings(node, factsOf, places), node.area);
  const told = { cell: cellOf(node), formula: node.formula };
  if (!isSame(node.value, replayed)) return [...below, { ...told, explained: node.value, replayed }];
  const [explained, covered] = [node.partial?.coverage ?? null, coverageOfFormula(node)];
  if (JSON.stringify(explained) === JSON.stringify(covered)) return below;
  return [...below, { ...told, explained, replayed: covered }];
}

/** A number is covered as the least covered of the numbers it was computed from: by share, then gap, then weight. */
function coverageOfFormula({ value, operands }: ExplainedNode): CountedCoverage | null {
  if (value.kind !== "number") return null;
  const partial = operands
    .filter((operand) => operand.value.kind === "number")
    .flatMap((operand) => coverageOf(operand) ?? [])
    .filter(({ have, of }) => have < of);
  const [least] = partial.toSorted(
    (a, b) => a.have / a.of - b.have / b.of || a.have - a.of - (b.have - b.of) || weightOf(a) - weightOf(b),
  );
  return least ?? null;
}

const weightOf = ({ weightShare }: CountedCoverage): number => weightShare ?? 1;

/** What a cell is told to stand on; null where it is reported or whole. */
function coverageOf({ origin, whole, partial }: ExplainedNode): CountedCoverage | null {
  return origin === "reported" ? null : (whole?.coverage ?? partial?.coverage ?? null);
}

const cellOf = ({ indicator, area, breakdown, period }: ExplainedNode): string =>
  `${indicator} ${area} ${breakdown} ${period.id}`;

function isSame(explained: ScreenValue, replayed: Outcome): boolean {
  if (explained.kind === "number") return replayed === explained.value;
  if (!isFailure(replayed)) return false;
  return explained.kind === "error"
    ? replayed.failure === "error" && replayed.code === explained.code
    : replayed.failure === "missing";
}

/** A coarser period against the own periods inside it: by the declared rule, over all of them, across no break. */
function replayOverTime(node: ExplainedNode, factsOf: FactsOf, places: Places): Difference[] {
  const facts = factsOf(node.indicator);
  const slot = slotOf(node.period.id, node.period.type);
  const { breaks } = facts;
  const concerned = breaks.filter(
    ({ areas }) => areas === undefined || places.withSuccessors(areas).includes(node.area),
  );
  const own = { ...facts, breaks: concerned };
  const value = readAt({ node, listed: node.operands, facts: own, slot });
  const had = node.operands.filter((part) => {
    const at = slotOf(part.period.id, part.period.type);
    const usable = crossesBreak({ node, facts: own, slot: at }) === undefined && part.value.kind === "number";
    return usable && countedPart(part, node, factsOf).isWhole;
  });
  const coverage = { have: had.length, of: slotsWithin(slot, facts.period).length, weightShare: null };
  const told = { cell: cellOf(node), formula: `over-time by ${facts.timeRule}` };
  const { combination = null, coverage: explained = null } = node.whole ?? {};
  const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right);
  return [
    ...(same(combination, facts.timeRule) ? [] : [{ ...told, explained: combination, replayed: facts.timeRule }]),
    ...(isSame(node.value, value) ? [] : [{ ...told, explained: node.value, replayed: value }]),
    ...(same(explained, coverage) ? [] : [{ ...told, explained, replayed: coverage }]),
  ];
}

/** A whole against its parts: are they the right ones, combined by the declared rule, and does the coverage say so. */
function replayWhole(node: ExplainedNode, factsOf: FactsOf, places: Places): Difference[] {
  const { whole, way } = node;
  if (whole == null || way == null) return [];
  const facts = factsOf(node.indicator);
  const day = lastDayOf(slotOf(node.period.id, node.period.type));
  const told = `${way} by ${whole.combination}`;
  const differ = (explained: unknown, replayed: unknown): Difference[] =>
    JSON.stringify(explained) === JSON.stringify(replayed)
      ? []
      : [{ cell: cellOf(node), formula: told, explained, replayed }];
  const parts = node.operands.map((part) => countedPart(part, node, factsOf));
  const areas = node.operands.map(({ area }) => area).filter((area) => area !== node.area);
  const expected = areas.length === 0 ? null : places.partsOf(node.area, way, day);
  const rule = way === "carried" ? null : (facts.areaRule ?? whole.combination);
  const made = makeWhole(parts, { way, rule, partialAllowed: facts.partialOverArea ?? whole.partialAllowed });
  return [
    ...differ(whole.combination, rule),
    ...(expected === null ? [] : differ(areas.toSorted(), expected)),
    ...(isSame(node.value, made.value) ? [] : differ(node.value, made.value)),
    ...differ(whole.coverage, made.coverage),
  ];
}

/** A part with its share, and its weight read from the cells listed for it. */
function countedPart(part: ExplainedNode, whole: ExplainedNode, factsOf: FactsOf): CountedPart {
  const code = codeOfPart(part, whole);
  const { share = 1, weight = null, weights = [] } = part.part ?? {};
  const value = outcomeOf(part);
  const isWhole = [part, ...weights].every((cell) => {
    const covered = cell.value.kind === "number" ? coverageOf(cell) : null;
    return covered === null || covered.have >= covered.of;
  });
  if (weight === null) return { code, value, share, isWhole, weight: null };
  const indicator = factsOf(whole.indicator).weight ?? weights[0]?.indicator ?? "";
  const slot = slotOf(whole.period.id, whole.period.type);
  const listed = weights.filter((each) => each.indicator === indicator && each.area === part.area);
  return { code, value, share, isWhole, weight: readAt({ node: whole, listed, facts: factsOf(indicator), slot }) };
}

type Reading = Extract<Node, { kind: "read" }>;

/** Reads operands out of the explanation; what it does not list is not there. */
function surroundings(node: ExplainedNode, factsOf: FactsOf, places: Places): Surroundings {
  const own = Object.fromEntries(
    node.breakdown
      .split(";")
      .filter(Boolean)
      .map((pair) => pair.split("=")),
  );
  const read = ({ indicator, selection, area, scenario }: Reading, slot: Slot, at: string): Outcome => {
    const parent = places === NOWHERE ? "VN" : places.parentOf(at);
    const place = area === null ? at : area === "parent" ? parent : area;
    if (place === null) return missing("not-applicable");
    const breakdown = keyOf({ ...own, ...selection });
    const listed = node.operands.filter(
      (it) => it.indicator === indicator && it.scenario === scenario && it.area === place && it.breakdown === breakdown,
    );
    const { breaks, ...facts } = factsOf(indicator);
    const concerned = breaks.filter(({ areas }) => areas === undefined || places.withSuccessors(areas).includes(place));
    return readAt({ node, listed, facts: { ...facts, breaks: concerned }, slot });
  };
  return {
    read,
    typeOf: (indicator) => factsOf(indicator).period,
    runsOn: (indicator) => factsOf(indicator).accumulation === "cumulative",
    childrenOf: (area, slot) => places.childrenOf(area, lastDayOf(slot)),
    parentOf: places.parentOf,
    isLowerBetter: (indicator) => factsOf(indicator).direction === "lower",
  };
}

interface Asked {
  node: ExplainedNode;
  listed: readonly ExplainedNode[];
  /** `breaks` are those that concern the area read. */
  facts: ReplayFacts;
  /** The period the formula asks for. */
  slot: Slot;
}

function readAt(asked: Asked): Outcome {
  const { facts, slot, listed } = asked;
  if (facts.period === "static") return outcomeOf(listed[0]);
  if (facts.period === slot.type || isLonger(facts.period, slot.type)) {
    const at = facts.period === slot.type ? slot : slotAround(slot, facts.period);
    return readSlot(asked, at);
  }
  const parts = slotsWithin(slot, facts.period);
  const wanted = facts.timeRule === "last" ? parts.slice(-1) : parts;
  const outcomes = wanted.map((at) => readSlot(asked, at));
  return numbers(outcomes, (...values) => OVER_TIME[facts.timeRule]?.(values) ?? error("type-mismatch"));
}

const OVER_TIME: Readonly<Record<string, (values: readonly number[]) => Outcome>> = {
  sum: carefulSum,
  mean: (values) => carefulSum(values) / values.length,
  last: (values) => values[0] ?? missing("not-listed"),
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
};

function readSlot({ node, listed, facts }: Asked, slot: Slot): Outcome {
  const found = listed.find((it) => it.period.type === slot.type && slotOf(it.period.id, slot.type).at === slot.at);
  // An annual target answers for the months of its year.
  const annual = listed.find((it) => it.period.type === "year" && it.period.id === String(yearOf(slot)));
  const outcome = outcomeOf(found ?? (slot.type === "year" ? undefined : annual));
  if (isFailure(outcome) && outcome.failure === "error") return outcome;
  return crossesBreak({ node, facts, slot }) ?? outcome;
}

function crossesBreak({ node, facts, slot }: Pick<Asked, "node" | "facts" | "slot">): Outcome | undefined {
  const result = slotOf(node.period.id, node.period.type);
  const anchor =
    slot.type === result.type
      ? result
      : isLonger(slot.type, result.type)
        ? slotAround(result, slot.type)
        : slotsWithin(result, slot.type).at(-1);
  if (anchor === undefined) return undefined;
  const crossed = facts.breaks.some(({ from }) => {
    const { at } = slotOf(from, facts.period);
    return slot.at < at !== anchor.at < at;
  });
  return crossed ? error("comparability-break") : undefined;
}

function outcomeOf(operand: ExplainedNode | undefined): Outcome {
  if (operand === undefined) return missing("not-listed");
  const { value } = operand;
  if (value.kind === "number") return value.value;
  return value.kind === "error" ? error(value.code) : missing(value.reason);
}

function keyOf(breakdown: Readonly<Record<string, string>>): string {
  return Object.entries(breakdown)
    .filter(([, code]) => code !== "_T")
    .map(([dimension, code]) => `${dimension}=${code}`)
    .sort()
    .join(";");
}
