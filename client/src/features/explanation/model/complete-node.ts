import type { ExplanationNode } from "@bochiso/shared/screen";

/** What a server older than this page does not send. */
const NOT_SENT = {
  status: null,
  growthOffset: 0,
  way: null,
  whole: null,
  partial: null,
  part: null,
  formulaText: null,
  omitted: null,
  substitutions: [],
} satisfies Partial<ExplanationNode>;

/** A node as every part of the page expects it, whatever an older server left out. */
export function completeNode(node: ExplanationNode): ExplanationNode {
  const { unit, decimals } = node;
  const notSent = { ...NOT_SENT, display: { unit, factor: 1, decimals } };
  const sent = { ...notSent, ...node };
  const part = sent.part && { ...sent.part, weights: sent.part.weights.map(completeNode) };
  return { ...sent, part, operands: node.operands.map(completeNode) };
}
