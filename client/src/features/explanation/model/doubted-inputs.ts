import type { ExplanationNode } from "@bochiso/shared/screen";

/** Doubted values below a number. `more`: not everything below it was opened, so that there may be others. */
export interface DoubtedInputs {
  readonly count: number;
  readonly more: boolean;
}

/** The reported values under a computed number that quality rules doubt, each cell once; none of a reported number. */
export function doubtedInputs(root: ExplanationNode): DoubtedInputs {
  const cells = new Set<string>();
  let more = false;
  const walk = (node: ExplanationNode): void => {
    more ||= node.truncated || node.omitted !== null;
    for (const below of [...node.operands, ...(node.part?.weights ?? [])]) {
      if (below.doubt !== null) {
        cells.add(`${below.indicator}|${below.area}|${below.breakdown}|${below.period.id}`);
      }
      walk(below);
    }
  };
  walk(root);
  return { count: cells.size, more };
}
