import type { ReadStore } from "@bochiso/db/store";
import type { ExplanationNode } from "@bochiso/shared/screen";
import type { ExplainInput } from "./explain-input.ts";
import type { ExplainOnSnapshot } from "./explain-port.ts";

/** Why a number is what it is: its value or one of the changes on its card, now or as of a commit. */
export async function getExplanation({
  deps,
  input,
}: {
  deps: { store: ReadStore; explain: ExplainOnSnapshot };
  input: ExplainInput;
}): Promise<ExplanationNode> {
  return await deps.store.read((tx) => deps.explain(tx, input));
}
