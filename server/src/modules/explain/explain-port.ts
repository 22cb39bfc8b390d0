import type { ReadTx } from "@bochiso/db/store";
import type { ExplanationNode } from "@bochiso/shared/screen";
import type { ExplainInput } from "./explain-input.ts";

/** Builds the explanation of a cell's value or change on a snapshot. Throws `cell-unknown`. */
export type ExplainOnSnapshot = (tx: ReadTx, input: ExplainInput) => Promise<ExplanationNode>;
