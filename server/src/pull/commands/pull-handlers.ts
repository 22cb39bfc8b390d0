import type { CommandHandlers } from "@bochiso/db/writer";
import type { PipelineDeps } from "../../ingestion/pipeline-deps.ts";
import { askPull } from "./ask-pull.ts";
import { endPull } from "./end-pull.ts";
import type { PullWriterCommands } from "./pull-commands.ts";
import { putPullSource } from "./put-pull-source.ts";
import { switchPullSource } from "./switch-pull-source.ts";
import { takePull } from "./take-pull.ts";

/** The handlers of pulled sources. */
export function pullHandlers(deps: Pick<PipelineDeps, "store" | "catalogue">): CommandHandlers<PullWriterCommands> {
  return {
    "put-pull-source": (input) => putPullSource(deps, input),
    "switch-pull-source": (input) => switchPullSource(deps, input),
    "ask-pull": (input) => askPull(deps, input),
    "take-pull": (input) => takePull(deps, input),
    "end-pull": (input) => endPull(deps, input),
  };
}
