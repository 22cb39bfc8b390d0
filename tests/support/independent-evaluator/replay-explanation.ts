import type { ExplainedNode, ScreenValue } from "../http/screen-answers.ts";
import { daysWithin, monthsWithin, type Slot, slotOf, yearOf } from "./calendar.ts";
import { error, evaluate, isFailure, missing, type Outcome, type ReadOperand } from "./evaluate.ts";
import { parse } from "./parse.ts";

/** What the catalogue says of an indicator that a replay needs. */
export interface ReplayFacts {
  readonly period: string;
  /** How a finer series becomes a coarser one. */
  readonly timeRule: string;
  /** Periods from which the series is not comparable with what was before, with the areas concerned (none: all). */
  readonly breaks: readonly { readonly from: string; readonly areas?: readonly string[] | undefined }[];
}
export type FactsOf = (indicator: string) => ReplayFacts;

/** A node whose replay gives another number than the one explained. */
export interface Difference {
  cell: string;
  formula: string;
  explained: ScreenValue;
  replayed: Outcome;
}

/**
 * Computes every formula of an explanation again, from its operands alone, and tells where another number comes out.
 * Absences are compared by kind, errors by code, numbers to the last digits that the order of a sum can move.
 */
export function replayExplanation(node: ExplainedNode, factsOf: FactsOf): Difference[] {
  const below = node.operands.flatMap((operand) => replayExplanation(operand, factsOf));
  if (node.formula === null || node.truncated) return below;
  const replayed = evaluate(parse(node.formula), slotOf(node.period.id, node.period.type), operandsOf(node, factsOf));
  if (isSame(node.value, replayed)) return below;
  const cell = `${node.indicator} ${node.area} ${node.breakdown} ${node.period.id}`;
  return [...below, { cell, formula: node.formula, explained: node.value, replayed }];
}

function isSame(explained: ScreenValue, replayed: Outcome): boolean {
  if (explained.kind === "number") {
    const scale = Math.max(1, Math.abs(explained.value));
    return typeof replayed === "number" && Math.abs(replayed - explained.value) <= 1e-9 * scale;
  }
  if (!isFailure(replayed)) return false;
  return explained.kind === "error"
    ? replayed.failure === "error" && replayed.code === explained.code
    : replayed.failure === "missing";
}

/** Reads operands out of the explanation; what it does not list is not there. */
function operandsOf(node: ExplainedNode, factsOf: FactsOf): ReadOperand {
  const own = Object.fromEntries(
    node.breakdown
      .split(";")
      .filter(Boolean)
      .map((pair) => pair.split("=")),
  );
  return ({ indicator, selection, area, scenario }, slot) => {
    const place = {
      indicator,
      scenario,
      area: area === null ? node.area : area === "parent" ? "VN" : area,
      breakdown: keyOf({ ...own, ...selection }),
    };
    const listed = node.operands.filter(
      (it) =>
        it.indicator === place.indicator &&
        it.scenario === place.scenario &&
        it.area === place.area &&
        it.breakdown === place.breakdown,
    );
    return readAt({ node, listed, facts: factsOf(indicator), slot });
  };
}

interface Reading {
  node: ExplainedNode;
  listed: readonly ExplainedNode[];
  facts: ReplayFacts;
  /** The period the formula asks for, of the result's type. */
  slot: Slot;
}

function readAt({ node, listed, facts, slot }: Reading): Outcome {
  if (facts.period === slot.type) {
    const found = listed.find((it) => slotOf(it.period.id, it.period.type).at === slot.at);
    // An annual target answers for the months of its year.
    const annual = listed.find((it) => it.period.type === "year" && it.period.id === String(yearOf(slot)));
    return crossesBreak({ node, facts, slot }) ?? outcomeOf(found ?? annual);
  }
  if (facts.period === "static") return outcomeOf(listed[0]);
  if (facts.period === "year") return outcomeOf(listed.find((it) => it.period.id === String(yearOf(slot))));
  return overParts(listed, partsOf(facts.period, slot), facts.timeRule);
}

/** A finer series as one number, by its own time rule. */
function overParts(listed: readonly ExplainedNode[], parts: readonly Slot[], rule: string): Outcome {
  const wanted = rule === "last" ? parts.slice(-1) : parts;
  const outcomes = wanted.map(({ at }) =>
    outcomeOf(listed.find((it) => slotOf(it.period.id, it.period.type).at === at)),
  );
  const failure = outcomes.find((it) => isFailure(it) && it.failure === "error") ?? outcomes.find(isFailure);
  if (failure !== undefined) return failure;
  const values = outcomes.map(Number);
  const sum = values.reduce((total, value) => total + value, 0);
  const rules: Record<string, number> = {
    sum,
    mean: sum / values.length,
    last: sum,
    min: Math.min(...values),
    max: Math.max(...values),
  };
  return rules[rule] ?? error("type-mismatch");
}

function partsOf(type: string, slot: Slot): Slot[] {
  if (type === "month") return monthsWithin(slot);
  if (type === "day") return daysWithin(slot);
  throw new Error(`The independent evaluator cannot take a ${slot.type} apart into ${type}s`);
}

function crossesBreak({ node, facts, slot }: Pick<Reading, "node" | "facts" | "slot">): Outcome | undefined {
  const result = slotOf(node.period.id, node.period.type).at;
  const crossed = facts.breaks.some(({ from, areas }) => {
    const at = slotOf(from, facts.period).at;
    return slot.at < at !== result < at && (areas?.includes(node.area) ?? true);
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
