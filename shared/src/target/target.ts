import { z } from "zod";
import { AreaCode } from "../area/area-code.ts";
import { IndicatorCode } from "../indicator/indicator.ts";
import { lastDay } from "../period/last-day.ts";
import { parsePeriod } from "../period/parse-period.ts";
import type { PeriodId } from "../period/period.ts";
import { periodId } from "../period/period-id.ts";
import { Text } from "../text/text.ts";
import { Goal } from "./goal.ts";
import { PaceProfile } from "./pace-profile.ts";

/** A period as written, normalised to its id; `static` periods have no end and cannot be a deadline. */
const PeriodText = z.string().transform((text, context): PeriodId => {
  const parsed = parsePeriod(text);
  if (parsed.ok && parsed.period.type !== "static") return periodId(parsed.period);
  context.issues.push({ code: "custom", input: text, message: parsed.ok ? "a target needs an end" : parsed.reason.en });
  return z.NEVER;
});

/** A calendar date, `2026-12-31`. */
const CalendarDate = z.iso.date();

/** The document that assigns a target: a resolution of the National Assembly, the Government or a People's Council. */
export const LegalBasis = z.object({
  number: z.string().min(1),
  date: CalendarDate.nullable(),
  issuer: Text,
  /** Article, clause or annex that names the figure. */
  clause: z.string().nullable(),
});
export type LegalBasis = z.infer<typeof LegalBasis>;

/** Way from now to the goal; see decision 007 and `courseOf`. */
export const Course = z.enum(["accumulates", "moves", "holds"]);
export type Course = z.infer<typeof Course>;

/**
 * Chỉ tiêu được giao: a value or range to be reached *by* the end of a period, in the indicator's unit. Yearly and five-year
 * targets, rising and falling ones. Source: Decree 137/2024/NĐ-CP, Art. 10.3.c.
 */
export const Target = z
  .object({
    id: z.string().min(1),
    indicator: IndicatorCode,
    area: AreaCode,
    /** Scenario whose cells carry it: `plan` for what was planned (kế hoạch), `target` for what was assigned (chỉ tiêu). */
    scenario: z.enum(["target", "plan"]).default("target"),
    /** Dimension → code; totals are left out. */
    breakdown: z.record(z.string(), z.string()).default({}),
    goal: Goal,
    by: PeriodText,
    legalBasis: LegalBasis,
    baseline: z.object({ period: PeriodText, value: z.number() }).nullable().default(null),
    /** From when to when (inclusive) the assignment is in force; a changed target is a new one. */
    validity: z.object({ from: CalendarDate, to: CalendarDate.nullable() }),
    pace: PaceProfile.default({ kind: "linear" }),
    /** Null = by the indicator's accumulation. */
    course: Course.nullable().default(null),
  })
  .refine(({ validity }) => validity.to === null || validity.from <= validity.to, {
    path: ["validity"],
    message: "ends before it begins",
  })
  .refine(({ course, baseline }) => course !== "moves" || baseline !== null, {
    path: ["baseline"],
    message: "a course from a baseline needs one",
  })
  .refine(({ baseline, by }) => baseline === null || endsBefore(baseline.period, by), {
    path: ["baseline", "period"],
    message: "the baseline must end before the target does",
  });
export type Target = z.infer<typeof Target>;

function endsBefore(earlier: string, later: string): boolean {
  const [a, b] = [parsePeriod(earlier), parsePeriod(later)];
  return !a.ok || !b.ok || lastDay(a.period) < lastDay(b.period);
}
