import { parseBreakdownKey } from "@bochiso/shared/breakdown";
import type { ExplainedPart, ExplainedWhole, ExplanationNode } from "@bochiso/shared/screen";

/** A node of an explanation as the API answers it; `ref` is the operand as written in the formula above it. */
export interface ExplanationJson {
  ref: string;
  indicator: string;
  area: string;
  period: string;
  breakdown: Readonly<Record<string, string>>;
  scenario: string;
  origin: string | null;
  value: number | null;
  missing: string | null;
  error: string | null;
  /** As sent; of a computed number the least firm status it stands on. */
  status: string | null;
  /** How a computed cell came about: `formula`, `carried`, `recast`, `roll-up`, `total`, `over-time`; null where nothing was computed. */
  way: string | null;
  /** Of a whole: the rule its parts are combined by (null: carried over) and its coverage. */
  whole: { rule: string | null; partialAllowed: boolean; coverage: object | null } | null;
  /** Of a formula some operand of which stands on some of its parts only: the coverage of the least covered one. */
  partial: { coverage: object } | null;
  /** Of a part: how much of it counts, and its weight with the cells that was read from. */
  part: { share: number; weight: number | null; weights: ExplanationJson[] } | null;
  /** In what respects the cell stands in for what was asked. */
  substitutions: readonly string[];
  formula: string | null;
  definitionVersion: number | null;
  operands: ExplanationJson[];
  /** Operands or parts beyond the width. */
  omitted: { count: number; withoutNumber: number } | null;
  observation: object | null;
  beside: object | null;
  simulated: boolean;
  truncated: boolean;
  /** True where the asker may not read the operand: it is named, nothing of it is told. */
  restricted: boolean;
}

/** Whether the asker may read a cell. */
type MayRead = (cell: { indicator: string; area: string }) => boolean;

/** The API's form of an explanation. A derived node carries its formula, a leaf its observation. */
export function explanationJson(node: ExplanationNode, mayRead: MayRead): ExplanationJson {
  const restricted = !mayRead(node);
  const { observation, beside } = restricted ? NOTHING : node;
  return {
    ref: node.ref,
    indicator: node.indicator,
    area: node.area,
    period: node.period.id,
    breakdown: parseBreakdownKey(node.breakdown),
    scenario: node.scenario,
    origin: node.origin,
    ...valueJson(restricted ? NOTHING.value : node.value),
    status: restricted ? null : node.status,
    way: node.way,
    whole: restricted || node.whole === null ? null : wholeJson(node.whole),
    partial: restricted || node.partial === null ? null : { coverage: node.partial.coverage },
    part: restricted || node.part === null ? null : partJson(node.part, mayRead),
    substitutions: restricted ? [] : node.substitutions,
    formula: node.formula,
    definitionVersion: node.definitionVersion,
    operands: restricted ? [] : node.operands.map((operand) => explanationJson(operand, mayRead)),
    omitted: restricted ? null : node.omitted,
    observation:
      observation === null
        ? null
        : {
            revision: observation.revision,
            status: observation.status,
            valueText: observation.valueText,
            note: observation.note,
            feed: observation.feed,
            submission: observation.submission,
            document: observation.document,
            recordedAt: observation.recordedAt,
            commitSeq: observation.commitSeq,
          },
    beside:
      beside === null
        ? null
        : {
            origin: beside.origin,
            ...valueJson(beside.value),
            difference: valueJson(beside.difference).value,
            reason: beside.reason,
          },
    simulated: node.simulated,
    truncated: node.truncated,
    restricted,
  };
}

function wholeJson({ combination, partialAllowed, coverage }: ExplainedWhole): ExplanationJson["whole"] {
  return { rule: combination, partialAllowed, coverage };
}

function partJson({ share, weight, weights }: ExplainedPart, mayRead: MayRead): ExplanationJson["part"] {
  const cells = weights.map((each) => explanationJson(each, mayRead));
  const isKnown = cells.every(({ restricted }) => !restricted);
  return { share, weight: isKnown ? valueJson(weight).value : null, weights: cells };
}

const NOTHING = { observation: null, beside: null, value: null } as const;

function valueJson(value: ExplanationNode["value"] | null): {
  value: number | null;
  missing: string | null;
  error: string | null;
} {
  return {
    value: value?.kind === "number" ? value.value : null,
    missing: value?.kind === "missing" ? value.reason : null,
    error: value?.kind === "error" ? value.code : null,
  };
}
