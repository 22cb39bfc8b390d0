import type { PullSourceModel } from "@bochiso/shared/pull";

/** What is being done to a source. */
export interface PullAct {
  readonly kind: "run" | "switch";
  readonly source: PullSourceModel;
}
