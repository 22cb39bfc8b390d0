import { commitBySeq, headCommit } from "@bochiso/db/repositories/commits";
import type { ReadStore } from "@bochiso/db/store";
import type { Explanation } from "@bochiso/shared/screen";
import type { ExplainInput } from "./explain-input.ts";
import type { ExplainOnSnapshot } from "./explain-port.ts";
import type { ExplanationCache } from "./explanation-cache.ts";

/**
 * Why a number is what it is: its value or one of the changes on its card, now or as of a commit. Computed once for each
 * state of the data, however many ask. A commit that is still to come is the present.
 */
export async function getExplanation({
  deps,
  input,
}: {
  deps: { store: ReadStore; explain: ExplainOnSnapshot; explanations: ExplanationCache };
  input: ExplainInput;
}): Promise<Explanation> {
  const { store, explain, explanations } = deps;
  return await store.read(async (tx) => {
    const head = await headCommit(tx);
    const asOf = input.asOf === undefined || input.asOf >= head.seq ? undefined : input.asOf;
    const asked: ExplainInput = { ...input, asOf };
    const { indicator, area, breakdown, period, measure, origin, all } = asked;
    const key = JSON.stringify([indicator, area, breakdown, period, measure, origin, all, asOf]);
    return await explanations.get(key, head.seq, async () => {
      const node = await explain(tx, asked);
      if (asOf === undefined) return { ...node, asOf: null };
      const recordedAt = (await commitBySeq(tx, asOf))?.recordedAt ?? "";
      return { ...node, asOf: { commitSeq: asOf, recordedAt } };
    });
  });
}
