import { z } from "zod";

/** State of a flag. Source: decision 012, point 6. */
export const QualityState = z.enum(["open", "confirmed", "wrong", "resolved"]);
export type QualityState = z.infer<typeof QualityState>;

/** What a steward says of a flag: the value is right as it is, or wrong and to be corrected by its sender. */
export const QualityReviewVerdict = z.enum(["confirmed", "wrong"]);
export type QualityReviewVerdict = z.infer<typeof QualityReviewVerdict>;

/** What a broken rule found: figures in the indicator's unit, as the judge saw them. */
export const QualityFinding = z.object({
  /** The value judged; null where the finding is about a delivery. */
  got: z.number().nullable(),
  /** What it is compared with: the earlier value, the sum of the parts, the other side; null where there is none. */
  against: z.number().nullable(),
  /** Bounds within which it would have passed; null = none on that side. */
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** Of `magnitude`: the power of ten by which the value seems to be off. */
  power: z.number().int().optional(),
  /** Of `change` and `magnitude`: earlier values or changes the expectation stands on. */
  basis: z.number().int().optional(),
  /** Of `completeness`: cells expected that are not there (`area|breakdown`), and how many there should be. */
  missing: z.array(z.string()).optional(),
  of: z.number().int().optional(),
  /** Of `timeliness`: when it was due and when it came (ISO instants). */
  dueAt: z.string().optional(),
  receivedAt: z.string().optional(),
});
export type QualityFinding = z.infer<typeof QualityFinding>;

/** What a rule says of a cell. `not-judged`: it lacks what it would compare with. */
export type QualityVerdict =
  | { readonly kind: "passed" }
  | { readonly kind: "not-judged" }
  | { readonly kind: "broken"; readonly finding: QualityFinding };

/** The rule holds. */
export const PASSED: QualityVerdict = { kind: "passed" };
/** The rule says nothing of the cell. */
export const NOT_JUDGED: QualityVerdict = { kind: "not-judged" };

/** The rule is broken. */
export function broken(finding: QualityFinding): QualityVerdict {
  return { kind: "broken", finding };
}

/**
 * What a confirmation stands for: the value and what it was compared with. While they stay, a drift of the expected
 * interval asks nobody again.
 */
export function evidenceOf({ got, against, missing, receivedAt }: QualityFinding): string {
  return JSON.stringify([got, against, missing ?? null, receivedAt ?? null]);
}
