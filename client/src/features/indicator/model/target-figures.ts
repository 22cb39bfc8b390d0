import type { IndicatorModel, TargetModel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { indicatorWords } from "../words.ts";
import { type ShownScale, shownScale } from "./shown-scale.ts";

/** The figures of a target with the ways in which they are written; no sheet computes them twice. */
export interface TargetFigures {
  target: TargetModel;
  scale: ShownScale;
  lower: boolean;
  /** Null where no figure answers the target yet. */
  actual: number | null;
  due: number | null;
  /** The bound that counts: the value, or of a range the one that is hard to keep. */
  goal: number;
  /** A figure with its unit. */
  write: (value: number) => string;
  /** A figure per period with its unit, and alone: of a level that moves they are changes (điểm phần trăm). */
  perPeriod: { full: (value: number) => string; text: (value: number) => string; unit: string };
  /** How far apart two figures are, without a sign; null where it rounds to nothing. */
  far: (a: number, b: number) => string | null;
}

function boundOf({ goal }: TargetModel, lower: boolean): number {
  if (goal.kind === "value") return goal.value;
  return (lower ? (goal.max ?? goal.min) : (goal.min ?? goal.max)) ?? 0;
}

/** The figures of the target of a page; null without a target. */
export function targetFigures(
  { card, target }: Pick<IndicatorModel, "card" | "target">,
  language: Language,
): TargetFigures | null {
  if (target === null) return null;
  const scale = shownScale(card, language);
  const lower = card.direction === "lower";
  const { actual, due } = target;
  const moves = target.course.kind === "moves";
  const change = (value: number, style: "long" | "short") => scale.difference({ kind: "number", value }, style);
  return {
    target,
    scale,
    lower,
    actual: actual?.value.kind === "number" ? actual.value.value : null,
    due: due?.value ?? null,
    goal: boundOf(target, lower),
    write: (value) => scale.full({ kind: "number", value }),
    perPeriod: {
      full: (value) => (moves ? change(value, "long") : scale.full({ kind: "number", value })),
      text: (value) => (moves ? (change(value, "short").split(" ")[0] ?? "") : scale.text({ kind: "number", value })),
      unit: moves && scale.unit.startsWith("%") ? indicatorWords[language].points : scale.unit,
    },
    far(a, b) {
      const size = Math.abs(a - b);
      if (Number((size * card.display.factor).toFixed(scale.decimals)) === 0) return null;
      return scale.difference({ kind: "number", value: size }).replace(/^\+/u, "");
    },
  };
}
