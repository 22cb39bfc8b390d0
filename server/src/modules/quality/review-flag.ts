import type { QualityDeps } from "./quality-deps.ts";
import type { QualityReviewInput } from "./quality-input.ts";
import type { QualityServices } from "./quality-services.ts";

/** Hands a review to the writer. */
export function reviewQualityFlag(
  { writer }: QualityDeps,
  input: QualityReviewInput,
): ReturnType<QualityServices["review"]> {
  return writer.execute({ name: "review-quality-flag", input });
}
