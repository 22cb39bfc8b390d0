import type { Accumulation } from "../indicator/indicator.ts";
import type { Text } from "../text/text.ts";
import type { Course, Target } from "./target.ts";
import type { TargetSubject } from "./target-subject.ts";

/** Where the target does not say: sums start at zero, everything else moves from its baseline or holds. */
const ACCUMULATES = {
  flow: true,
  ytd: true,
  cumulative: false,
  stock: false,
  index: false,
  rate: false,
  event: false,
} as const satisfies Record<Accumulation, boolean>;

/** How each course is read in "Căn cứ đánh giá". */
export const COURSE_WORDS = {
  accumulates: { vi: "cộng dồn từ đầu kỳ giao", en: "adds up from the start of the assigned period" },
  moves: { vi: "đi từ mức gốc đến chỉ tiêu", en: "moves from the baseline to the target" },
  holds: { vi: "giữ ở mức chỉ tiêu trong mọi kỳ", en: "holds at the target in every period" },
} as const satisfies Record<Course, Text>;

/**
 * The course of a target: its own, else by accumulation. A completion rate that climbs from zero every year (disbursement
 * against plan) cannot be told from a level by its accumulation: such a target names `accumulates` itself.
 */
export function courseOf(target: Pick<Target, "course" | "baseline">, subject: TargetSubject): Course {
  if (target.course !== null) return target.course;
  if (ACCUMULATES[subject.accumulation]) return "accumulates";
  return target.baseline === null ? "holds" : "moves";
}
