import { formatPoints, type StatusShape } from "@bochiso/shared/i18n";
import type { AssessmentModel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { formatValue, joinUnit } from "../../../lib/format/index.ts";
import { statusView } from "../../card/model/status-view.ts";
import { basisWords } from "../words.ts";
import { gradeLevel, type LevelContext } from "./grade-level.ts";

/** One grade of a method, from best to worst. */
export interface RungView {
  key: string;
  shape: StatusShape;
  word: string;
  /** The scores of the grade: "từ 80% đến dưới 95%". */
  range: string;
  /** Where it begins in the indicator's unit, "tức từ 73,9 nghìn tỷ đồng"; null where the scores are in that unit already. */
  meaning: string | null;
  current: boolean;
}

/** The thresholds of a status and where its score stands among them. */
export interface LadderView {
  rungs: RungView[];
  /** "94,0%"; null where nothing was scored. */
  score: string | null;
  /** What is missing to the next better grade; null on the best one, and where nothing was scored. */
  next: string | null;
  /** Why an earlier grade is kept; null where it is not. */
  held: string | null;
}

type Basis = Pick<AssessmentModel, "thresholds" | "score" | "scoreDisplay" | "grade" | "held" | "method" | "inputs">;

/** Limits that rise from best to worst: the lower the score the better. */
function countsDown(thresholds: Basis["thresholds"]): boolean {
  const [best, next] = thresholds.flatMap(({ from }) => (from === null ? [] : [from]));
  return best !== undefined && next !== undefined && best < next;
}

function rangeText(before: string | null, from: string | null, down: boolean, language: Language): string {
  const t = basisWords[language];
  if (down) {
    if (from === null) return before === null ? "" : t.over(before);
    return before === null ? t.upTo(from) : t.overTo(before, from);
  }
  if (from === null) return before === null ? "" : t.under(before);
  return before === null ? t.from(from) : t.fromUnder(from, before);
}

/** The grade that the plain thresholds give, without what was held before. */
function plainIndex({ thresholds, score }: Basis, down: boolean): number {
  if (score === null) return -1;
  const found = thresholds.findIndex(({ from }) => from === null || (down ? score <= from : score >= from));
  return found < 0 ? thresholds.length - 1 : found;
}

/** What is missing from the score to the limit of a better grade, in the score's own unit; nothing where it rounds to none. */
function missingText(score: number, limit: number, display: Basis["scoreDisplay"], language: Language): string | null {
  const value = Math.abs(limit - score) * display.factor;
  if (Number(value.toFixed(display.decimals)) === 0) return null;
  if (display.unit[language] === "%") return formatPoints(value, { lang: language, decimals: display.decimals });
  return joinUnit(formatValue({ kind: "number", value: value / display.factor }, { display, language }));
}

/** The ladder of an assessment. */
export function ladderView(basis: Basis, context: LevelContext, language: Language): LadderView {
  const t = basisWords[language];
  const { thresholds, score, scoreDisplay, grade } = basis;
  const down = countsDown(thresholds);
  const say = (value: number) => joinUnit(formatValue({ kind: "number", value }, { display: scoreDisplay, language }));
  const limit = (from: number | null | undefined) => (from === null || from === undefined ? null : say(from));
  const meaning = gradeLevel(basis, context, language);
  const at = grade === null ? -1 : thresholds.findIndex((each) => each.grade === grade.id);
  const rungs = thresholds.map(
    (each, index): RungView => ({
      key: each.grade,
      shape: statusView(each.status, language).shape,
      word: each.words[language],
      range: rangeText(limit(thresholds[index - 1]?.from), limit(each.from), down, language),
      meaning: meaning(each.from),
      current: index === at,
    }),
  );
  const better = at > 0 ? thresholds[at - 1] : undefined;
  const missing =
    score === null || better?.from == null ? null : missingText(score, better.from, scoreDisplay, language);
  const plain = thresholds[plainIndex(basis, down)];
  const kept = grade !== null && plain !== undefined && plain.grade !== grade.id;
  return {
    rungs,
    score: score === null ? null : say(score),
    next:
      missing === null || better === undefined || basis.held
        ? null
        : t.toNext(missing, better.words[language], meaning(better.from)),
    held: !basis.held ? null : kept ? t.held(grade.words[language], plain.words[language]) : t.heldPlain,
  };
}
