import { z } from "zod";

/** The content of a cell as screens get it. */
export const ScreenValue = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("number"), value: z.number() }),
  z.object({ kind: z.literal("missing"), reason: z.string() }),
  z.object({ kind: z.literal("error"), code: z.string() }),
]);
export type ScreenValue = z.infer<typeof ScreenValue>;

const CellRef = z.object({ indicator: z.string(), area: z.string(), breakdown: z.string(), period: z.string() });

/** The parts of a card that say a number. */
export const ScreenCard = z.object({
  ref: CellRef,
  value: ScreenValue,
  state: z.string(),
  origin: z.enum(["reported", "computed"]).nullable(),
  period: z.object({ id: z.string() }).nullable(),
  changes: z.array(
    z.object({
      kind: z.enum(["same-period-last-year", "previous-period"]),
      formula: z.string(),
      measure: z.enum(["percent", "points", "absolute"]),
      value: ScreenValue,
    }),
  ),
  simulated: z.boolean(),
});
export type ScreenCard = z.infer<typeof ScreenCard>;

/** The overview of a scope, reduced to its numbers. */
export const ScreenOverview = z.object({
  frame: z.object({ scope: z.string(), simulated: z.boolean(), commitSeq: z.number().int() }),
  headline: z.array(z.object({ text: z.object({ vi: z.string() }), cell: CellRef.nullable() })),
  cards: z.array(ScreenCard),
  groups: z.array(
    z.object({ code: z.string(), withData: z.number(), bands: z.array(z.object({ rows: z.array(ScreenCard) })) }),
  ),
});
export type ScreenOverview = z.infer<typeof ScreenOverview>;

/** Head of the commit log and the scopes there are. */
export const ScreenShell = z.object({
  demoMode: z.enum(["1", "real", "0"]),
  commitSeq: z.number().int(),
  scopes: z.array(z.object({ id: z.string(), simulated: z.boolean() })),
});

/** A node of an explanation, as far as its replay needs it. */
export interface ExplainedNode {
  ref: string;
  indicator: string;
  area: string;
  breakdown: string;
  scenario: string;
  origin: "reported" | "computed" | null;
  period: { id: string; type: string };
  value: ScreenValue;
  formula: string | null;
  /** How a computed cell came about. */
  way: string | null;
  whole: {
    combination: string | null;
    partialAllowed: boolean;
    coverage: { have: number; of: number; weightShare: number | null } | null;
  } | null;
  /** Of a formula over partial wholes: what it stands on. */
  partial?: { coverage: { have: number; of: number; weightShare: number | null } } | null | undefined;
  part: { share: number; weight: ScreenValue | null; weights: ExplainedNode[] } | null;
  operands: ExplainedNode[];
  omitted: { count: number; withoutNumber: number } | null;
  substitutions: string[];
  observation: { revision: number; feed: string | null; submission: string | null; recordedAt: string } | null;
  beside: {
    origin: "reported" | "computed";
    value: ScreenValue;
    difference: ScreenValue;
    reason: { vi: string; en: string };
  } | null;
  simulated: boolean;
  truncated: boolean;
}

export const ExplainedNode: z.ZodType<ExplainedNode> = z.lazy(() =>
  z.object({
    ref: z.string(),
    indicator: z.string(),
    area: z.string(),
    breakdown: z.string(),
    scenario: z.string(),
    origin: z.enum(["reported", "computed"]).nullable(),
    period: z.object({ id: z.string(), type: z.string() }),
    value: ScreenValue,
    formula: z.string().nullable(),
    way: z.string().nullable(),
    whole: z
      .object({
        combination: z.string().nullable(),
        partialAllowed: z.boolean(),
        coverage: z.object({ have: z.number(), of: z.number(), weightShare: z.number().nullable() }).nullable(),
      })
      .nullable(),
    partial: z
      .object({ coverage: z.object({ have: z.number(), of: z.number(), weightShare: z.number().nullable() }) })
      .nullish(),
    part: z.object({ share: z.number(), weight: ScreenValue.nullable(), weights: z.array(ExplainedNode) }).nullable(),
    operands: z.array(ExplainedNode),
    omitted: z.object({ count: z.number(), withoutNumber: z.number() }).nullable(),
    substitutions: z.array(z.string()),
    observation: z
      .object({
        revision: z.number(),
        feed: z.string().nullable(),
        submission: z.string().nullable(),
        recordedAt: z.string(),
      })
      .nullable(),
    beside: z
      .object({
        origin: z.enum(["reported", "computed"]),
        value: ScreenValue,
        difference: ScreenValue,
        reason: z.object({ vi: z.string(), en: z.string() }),
      })
      .nullable(),
    simulated: z.boolean(),
    truncated: z.boolean(),
  }),
);
