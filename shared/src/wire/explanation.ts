import { z } from "zod";
import { ObservationStatus } from "../observation/observation-status.ts";
import { Origin, Scenario } from "../observation/scenario.ts";
import { MISSING_REASONS, VALUE_ERROR_CODES } from "../observation/value.ts";
import { Text } from "../text/text.ts";
import { AreaBasisWord, WayWord } from "./observations.ts";

const coverage = z.object({ have: z.int(), of: z.int(), weightShare: z.number().nullable() });
const content = {
  value: z.number().nullable(),
  missing: z.enum(MISSING_REASONS).nullable(),
  error: z.enum(VALUE_ERROR_CODES).nullable(),
};

/** A node of an explanation: formula and operands of a computed cell, the observation of a leaf. */
const node = {
  ref: z.string().meta({ description: "The operand as written in the formula above it." }),
  indicator: z.string(),
  area: z.string(),
  period: z.string(),
  breakdown: z.record(z.string(), z.string()),
  scenario: Scenario,
  origin: Origin.nullable(),
  ...content,
  status: ObservationStatus.nullable(),
  way: WayWord.nullable(),
  whole: z
    .object({ rule: z.string().nullable(), partialAllowed: z.boolean(), coverage: coverage.nullable() })
    .nullable(),
  partial: z.object({ coverage }).nullable(),
  substitutions: z.array(z.string()),
  formula: z.string().nullable(),
  definitionVersion: z.int().nullable(),
  omitted: z.object({ count: z.int(), withoutNumber: z.int() }).nullable(),
  observation: z
    .object({
      revision: z.int(),
      status: ObservationStatus.nullable(),
      valueText: z.string().nullable(),
      note: z.string().nullable(),
      feed: z.string().nullable(),
      submission: z.string().nullable(),
      document: z.string().nullable(),
      recordedAt: z.string(),
      commitSeq: z.int(),
    })
    .nullable(),
  beside: z
    .object({ origin: Origin, ...content, difference: z.number().nullable(), reason: Text })
    .nullable()
    .meta({ description: "The other origin's value of the cell, and why they differ." }),
  simulated: z.boolean(),
  truncated: z.boolean(),
  restricted: z
    .boolean()
    .meta({ description: "The key may not read this operand: it is named, nothing of it is told." }),
};

/** A node of an explanation, as answered. */
export interface WireExplanationNode {
  operands: WireExplanationNode[];
  part: { share: number; weight: number | null; weights: WireExplanationNode[] } | null;
  [member: string]: unknown;
}

/** A node below the top. */
export const ExplanationNode: z.ZodType<WireExplanationNode> = z
  .object({
    ...node,
    get part() {
      return ExplanationPart.nullable();
    },
    get operands() {
      return z.array(z.lazy(() => ExplanationNode));
    },
  })
  .meta({ description: "A node of an explanation.", "x-vi": "Một nút của cây giải thích." });

/** A part of a whole: how much of it counts, and its weight with the cells that was read from. */
export const ExplanationPart = z
  .object({ share: z.number(), weight: z.number().nullable(), weights: z.array(z.lazy(() => ExplanationNode)) })
  .meta({ description: "Of a part of a whole: how much of it counts, and its weight.", "x-vi": "Một phần của tổng." });

/** The top of an explanation: a node, and on which units it was asked. */
export const Explanation = z
  .object({
    areaBasis: AreaBasisWord,
    ...node,
    part: ExplanationPart.nullable(),
    operands: z.array(z.lazy(() => ExplanationNode)),
  })
  .meta({ description: "How a value came about, down to what was reported.", "x-vi": "Giải thích một số liệu." });
