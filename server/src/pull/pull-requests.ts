import { join } from "node:path";
import { DomainError } from "@bochiso/shared/errors";
import { PullConfig } from "@bochiso/shared/pull";
import type { Text } from "@bochiso/shared/text";
import { z } from "zod";
import { leaveRequest, takeRequests } from "../platform/request-folder.ts";
import type { PullWriterCommands } from "./commands/pull-commands.ts";

type Input<K extends keyof PullWriterCommands> = PullWriterCommands[K]["input"];

const Stated = { at: z.string(), actor: z.string() };

/** What the command line has the running server do. */
export const PullRequest = z.discriminatedUnion("name", [
  z.object({
    name: z.literal("put-pull-source"),
    input: z.object({ config: PullConfig, enabled: z.boolean(), ...Stated }) satisfies z.ZodType<
      Input<"put-pull-source">
    >,
  }),
  z.object({
    name: z.literal("switch-pull-source"),
    input: z.object({ source: z.string(), enabled: z.boolean(), reason: z.string(), ...Stated }) satisfies z.ZodType<
      Input<"switch-pull-source">
    >,
  }),
  z.object({
    name: z.literal("ask-pull"),
    input: z.object({ source: z.string(), ...Stated }) satisfies z.ZodType<Input<"ask-pull">>,
  }),
]);
export type PullRequest = z.infer<typeof PullRequest>;

/** What became of a request. */
export const PullAnswer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("done") }),
  z.object({ kind: z.literal("refused"), text: z.object({ vi: z.string(), en: z.string() }) }),
]);
export type PullAnswer = z.infer<typeof PullAnswer>;

const MALFORMED: Text = { vi: "Yêu cầu sai định dạng.", en: "The request is malformed." };
const folderOf = (dataDir: string): string => join(dataDir, "pull-requests");

/** Carries a request out; a refusal that has words is an answer. */
export async function carryOutPull(
  request: PullRequest,
  execute: (command: PullRequest) => Promise<unknown>,
): Promise<PullAnswer> {
  try {
    await execute(request);
    return { kind: "done" };
  } catch (error) {
    if (error instanceof DomainError) return { kind: "refused", text: error.text };
    throw error;
  }
}

/** Leaves a request for the running server. */
export function leavePullRequest(dataDir: string, name: string, request: PullRequest) {
  return leaveRequest(folderOf(dataDir), name, request);
}

/** Works off the requests that were left. */
export async function takePullRequests(
  dataDir: string,
  execute: (command: PullRequest) => Promise<unknown>,
): Promise<void> {
  await takeRequests(folderOf(dataDir), async (left): Promise<PullAnswer> => {
    const { success, data } = PullRequest.safeParse(left);
    return success ? await carryOutPull(data, execute) : { kind: "refused", text: MALFORMED };
  });
}
