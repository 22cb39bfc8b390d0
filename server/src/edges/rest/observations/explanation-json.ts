import { parseBreakdownKey } from "@bochiso/shared/breakdown";
import type { ExplanationNode } from "@bochiso/shared/screen";

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
  formula: string | null;
  definitionVersion: number | null;
  operands: ExplanationJson[];
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
    formula: node.formula,
    definitionVersion: node.definitionVersion,
    operands: restricted ? [] : node.operands.map((operand) => explanationJson(operand, mayRead)),
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
