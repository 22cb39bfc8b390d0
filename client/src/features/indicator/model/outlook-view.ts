import type { Language } from "@bochiso/shared/text";
import { type InputRow, inputRows } from "../../status-basis/model/input-rows.ts";
import { targetWords } from "../target-words.ts";
import { type BarRow, scaled } from "./rate-view.ts";
import type { TargetFigures } from "./target-figures.ts";

/** Ước thực hiện cả năm beside the goal of the same year. */
export interface OutlookView {
  title: string;
  value: string;
  /** "thiếu 50,5 nghìn tỷ đồng so với chỉ tiêu"; null where the goal is not that year's sum. */
  against: string | null;
  rows: BarRow[];
  reason: string;
  inputs: InputRow[];
}

/** The figure stands above already: of the reason its method remains. */
const methodPart = (reason: string) => reason.slice(reason.indexOf(". ") + 1).trim();

/** The outlook of the year; null where there is none. */
export function outlookView(
  { target, scale, lower, goal, write, far }: TargetFigures,
  language: Language,
): OutlookView | null {
  const { outlook, by, course } = target;
  if (outlook === null || !outlook.ok) return null;
  const t = targetWords[language];
  const ofYear = course.kind === "accumulates" && by.id === String(outlook.year) && target.goal.kind === "value";
  const gap = far(outlook.value, goal);
  const under = lower ? t.outlookBelow : t.outlookShort;
  const said = gap === null ? t.outlookSame : outlook.value > goal ? t.outlookAbove(gap) : under(gap);
  const row = (key: "outlook" | "goal", name: string, value: number) => ({
    key,
    kind: key,
    name,
    text: scale.text({ kind: "number", value }),
    size: value,
  });
  return {
    title: t.outlook(outlook.year),
    value: write(outlook.value),
    against: ofYear ? said : null,
    rows: ofYear ? scaled([row("outlook", t.outlookRow, outlook.value), row("goal", t.goalRow, goal)]) : [],
    reason: methodPart(outlook.reason[language]),
    inputs: inputRows(outlook.grounds, language),
  };
}
