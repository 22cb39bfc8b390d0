import { numberValue, type Value } from "@bochiso/shared/observation";
import { formatYearToDate, type Period, parsePeriod, positionInYear, yearOf } from "@bochiso/shared/period";
import type { ExplanationNode } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";

/** The periods of one year that a cumulating function read, with what they come to. */
export interface OperandWindow {
  kind: "window";
  /** The newest period: names, unit and place are the same in all. */
  newest: ExplanationNode;
  /** "3 tháng năm 2025". */
  label: string;
  /** Sum or mean of the window; null where a period has no number. */
  total: Value | null;
  operands: ExplanationNode[];
}

/** What an explanation lists: one cell, or a window of cells. */
export type OperandGroup = { kind: "one"; operand: ExplanationNode } | OperandWindow;

type Rule = "sum" | "mean";
const RULES: Readonly<Record<string, Rule>> = { ytd: "sum", ytdMean: "mean" };

/** The cumulating function directly around a reference. */
const AROUND = /(ytd|ytdMean)\([^()]*\)/;

/** Operands in the order they were read; the periods since January that `ytd` adds up stand as one line per year. */
export function operandGroups(operands: readonly ExplanationNode[], language: Language): OperandGroup[] {
  const runs: ExplanationNode[][] = [];
  for (const operand of operands) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run !== undefined && before !== undefined && continues(before, operand)) run.push(operand);
    else runs.push([operand]);
  }
  return runs.flatMap((run) => grouped(run, language));
}

function ruleOf({ ref }: ExplanationNode): Rule | undefined {
  return RULES[AROUND.exec(ref)?.[1] ?? ""];
}

function periodOf({ period }: ExplanationNode): Period | null {
  const parsed = parsePeriod(period.id, period.type);
  return parsed.ok ? parsed.period : null;
}

function continues(before: ExplanationNode, next: ExplanationNode): boolean {
  const sameSeries = (["ref", "indicator", "area", "breakdown", "scenario"] as const).every(
    (field) => before[field] === next[field],
  );
  if (!sameSeries || ruleOf(next) === undefined) return false;
  const [a, b] = [periodOf(before), periodOf(next)];
  return a !== null && b !== null && b.ordinal === a.ordinal + 1 && yearOf(a) === yearOf(b);
}

function grouped(run: ExplanationNode[], language: Language): OperandGroup[] {
  const [first, newest] = [run[0], run.at(-1)];
  if (first === undefined || newest === undefined || run.length === 1)
    return run.map((operand) => ({ kind: "one", operand }));
  const [start, end, rule] = [periodOf(first), periodOf(newest), ruleOf(newest)];
  if (start === null || end === null || rule === undefined || positionInYear(start) !== 1) {
    return run.map((operand) => ({ kind: "one", operand }));
  }
  return [{ kind: "window", newest, label: formatYearToDate(end, language), total: totalOf(run, rule), operands: run }];
}

function totalOf(run: readonly ExplanationNode[], rule: Rule): Value | null {
  const values = run.flatMap(({ value }) => (value.kind === "number" ? [value.value] : []));
  if (values.length < run.length) return null;
  const sum = values.reduce((sofar, value) => sofar + value, 0);
  return numberValue(rule === "sum" ? sum : sum / values.length);
}
