import type { ReadDisplay } from "../card/level-text.ts";
import { ASSESSMENT_WORDS } from "../i18n/status-words.ts";
import type { BlockState, ProgressStatus } from "../screen/card.ts";
import type { Ground } from "../target/ground.ts";
import type { Text } from "../text/text.ts";
import type { Ladder, Rung } from "./ladder.ts";
import type { StatusMethodId } from "./status-method.ts";

/** One grade with where it begins, for "Căn cứ đánh giá". */
export interface StatusThreshold {
  readonly grade: string;
  readonly status: ProgressStatus;
  readonly words: Text;
  /** Lowest score of the grade (highest value where `scoreDisplay` counts downwards); null on the last. */
  readonly from: number | null;
}

/** A status with everything it follows from. */
export interface StatusAssessment {
  readonly method: StatusMethodId;
  readonly status: ProgressStatus;
  /** The method's own grade, finer than or beside the status; null where nothing was graded. Hand it to the next assessment as `previous`. */
  readonly grade: { readonly id: string; readonly words: Text } | null;
  /** What was compared with the thresholds, and how it is shown; null where nothing was. */
  readonly score: number | null;
  readonly scoreDisplay: ReadDisplay;
  readonly inputs: readonly Ground[];
  readonly reason: Text;
  readonly thresholds: readonly StatusThreshold[];
  /** The plain thresholds alone would have said something else: the earlier status is kept until the score moves further. */
  readonly held: boolean;
}

/** What every method is told beside its own inputs. */
export interface StatusCircumstances {
  /** State of the value's card; only a `ready` one is judged. */
  readonly condition: BlockState;
  /** Why the state is what it is, where the card says. */
  readonly conditionReason?: Text | null | undefined;
  /** Grade held before, from the assessment of the period before. */
  readonly previous?: string | null | undefined;
}

const NOT_READY: Readonly<Record<Exclude<BlockState, "ready">, Text>> = {
  empty: { vi: "Chưa có số liệu để đánh giá", en: "There is no value to assess" },
  partial: { vi: "Số liệu chưa đủ để đánh giá", en: "The value is not complete" },
  stale: { vi: "Số liệu đã cũ, không đủ căn cứ đánh giá", en: "The value is out of date and cannot be assessed" },
  suspect: { vi: "Số liệu đang được kiểm tra", en: "The value is being checked" },
  error: { vi: "Không tính được giá trị", en: "The value could not be computed" },
  "no-permission": { vi: "Không có quyền xem giá trị", en: "There is no permission to see the value" },
};

/** A status that a method cannot give, with the reason. Nothing else is filled in but the inputs known. */
export function unassessed(
  method: StatusMethodId,
  status: "not-yet-assessed" | "not-assessed",
  reason: Text,
  { ladder, inputs = [], scoreDisplay }: { ladder?: Ladder; inputs?: readonly Ground[]; scoreDisplay: ReadDisplay },
): StatusAssessment {
  const thresholds = ladder === undefined ? [] : thresholdsOf(ladder);
  return { method, status, grade: null, score: null, scoreDisplay, inputs, reason, thresholds, held: false };
}

/** Why a value in this state is not judged; null when it is ready. */
export function notReady({ condition, conditionReason }: StatusCircumstances): Text | null {
  return condition === "ready" ? null : (conditionReason ?? NOT_READY[condition]);
}

/** The thresholds of a ladder from best to worst. */
export function thresholdsOf(ladder: Ladder): StatusThreshold[] {
  return ladder.map(({ grade, status, words, from }) => ({
    grade,
    status,
    words,
    from: Number.isFinite(from) ? from : null,
  }));
}

/** The words of a status, without its shape. */
export function statusWords(status: ProgressStatus): Text {
  const { vi, en } = ASSESSMENT_WORDS[status];
  return { vi, en };
}

/** A rung named and worded by its status. */
export function rungOf(status: ProgressStatus, from: number, width: number): Rung {
  return { grade: status, status, words: statusWords(status), from, width };
}
