import { parsePeriod } from "@bochiso/shared/period";
import type { AssessmentModel, TargetModel } from "@bochiso/shared/screen";
import { yearsUntil } from "@bochiso/shared/status";
import type { Ground } from "@bochiso/shared/target";
import type { Language } from "@bochiso/shared/text";
import { formatValue, joinUnit } from "../../../lib/format/index.ts";
import { basisWords } from "../words.ts";
import { levelAt } from "./level-at.ts";

/** What says a score in the indicator's own unit: `write` gives a figure in its display. */
export interface LevelContext {
  target: TargetModel | null;
  write: (value: number) => string;
  lowerIsBetter: boolean;
}

/** A score from which on a grade holds as a figure of the indicator, "tức từ 77,8 nghìn tỷ đồng"; null where it has none. */
export type GradeLevel = (score: number | null) => string | null;

type Basis = Pick<AssessmentModel, "method" | "inputs">;

const NONE: GradeLevel = () => null;

/** How scores of a method are said in the indicator's own unit; methods that score in that unit need no second figure. */
export function gradeLevel(basis: Basis, context: LevelContext, language: Language): GradeLevel {
  if (basis.method.startsWith("plan-completion@")) return ofCompletion(context, language);
  if (basis.method.startsWith("range@")) return ofRange(basis, language);
  if (basis.method.startsWith("required-growth@")) return ofGrowth(basis, context, language);
  return NONE;
}

/** A completion of what is due. */
function ofCompletion({ target, write, lowerIsBetter: lower }: LevelContext, language: Language): GradeLevel {
  const t = basisWords[language];
  const say = lower ? t.meaningAtMost : t.meaning;
  const due = target?.due ?? null;
  if (target === null || due === null) return NONE;
  const from =
    target.course.kind === "holds" ? null : target.course.kind === "moves" ? (target.baseline?.value ?? 0) : 0;
  const judged = due.grounds.find(({ id }) => id === "due")?.value;
  const offset = judged?.kind === "number" ? judged.value - due.value : 0;
  return (score) => {
    // A comparison index is judged as the growth it stands for: its grounds are moved by that much.
    const way = { from: from === null ? null : from + offset, due: due.value + offset, lowerIsBetter: lower };
    const level = score === null ? null : levelAt(score, way);
    return level === null ? null : say(write(level - offset));
  };
}

function numberOf(inputs: readonly Ground[], wanted: string): { ground: Ground; value: number } | null {
  const ground = inputs.find(({ id }) => id === wanted);
  return ground?.value.kind === "number" ? { ground, value: ground.value.value } : null;
}

/** A distance to the nearer limit, in shares of the range (of the limit where there is one): the inverse of `depthInRange`. */
function ofRange({ inputs }: Basis, language: Language): GradeLevel {
  const t = basisWords[language];
  const [min, max] = [numberOf(inputs, "min"), numberOf(inputs, "max")];
  const display = (min ?? max)?.ground.display;
  if (display === undefined) return NONE;
  const write = (value: number) => joinUnit(formatValue({ kind: "number", value }, { display, language }));
  const size = min !== null && max !== null ? max.value - min.value : Math.abs(min?.value ?? max?.value ?? 0);
  const step = size || Math.abs(min?.value ?? max?.value ?? 0) || 1;
  return (score) => {
    if (score === null) return null;
    const [low, high] = [min && min.value + score * step, max && max.value - score * step];
    if (low !== null && high !== null) return low > high ? null : t.meaningBetween(write(low), write(high));
    if (low !== null) return t.meaning(write(low));
    return high === null ? null : t.meaningAtMost(write(high));
  };
}

/** A share of the annual growth that is needed: where that growth leads by the period judged. */
function ofGrowth({ inputs }: Basis, { write, lowerIsBetter }: LevelContext, language: Language): GradeLevel {
  const t = basisWords[language];
  const [base, current, needed] = ["base", "current", "required-growth"].map((id) => numberOf(inputs, id));
  const years = yearsBetween(base?.ground.period ?? null, current?.ground.period ?? null);
  if (!base || !needed || years === null || base.value === 0) return NONE;
  const sign = (lowerIsBetter ? -1 : 1) * Math.sign(base.value);
  return (score) => {
    if (score === null) return null;
    const level = base.value * (1 + sign * score * Math.abs(needed.value)) ** years;
    return (lowerIsBetter ? t.meaningAtMost : t.meaning)(write(level));
  };
}

function yearsBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  const [first, last] = [parsePeriod(from), parsePeriod(to)];
  if (!first.ok || !last.ok) return null;
  const years = yearsUntil(first.period, last.period);
  return years > 0 ? years : null;
}
