import { join } from "node:path";
import { DomainError } from "@bochiso/shared/errors";
import type { Text } from "@bochiso/shared/text";
import { z } from "zod";
import { leaveRequest, takeRequests } from "../platform/request-folder.ts";
import type { CancelInput } from "./end-definition-change.ts";
import type { StageInput, StageOutput } from "./stage-definition-change.ts";

/** What the command line leaves for the running server. */
export const ChangeRequest = z.discriminatedUnion("verb", [
  z.object({ verb: z.literal("stage"), id: z.string(), change: z.unknown(), actor: z.string() }),
  z.object({ verb: z.literal("cancel"), id: z.string(), reason: z.string(), actor: z.string() }),
]);
export type ChangeRequest = z.infer<typeof ChangeRequest>;

/** What became of a request. */
export type ChangeAnswer = StageOutput | { kind: "cancelled"; id: string } | { kind: "failed"; text: Text };

/** What requests are carried out with. */
export interface ChangeCommands {
  stage(input: StageInput): Promise<StageOutput>;
  cancel(input: CancelInput): Promise<unknown>;
}

const FOLDER = "definition-requests";

/** Carries out a request; a fault that has words is an answer. */
export async function carryOut(request: ChangeRequest, commands: ChangeCommands): Promise<ChangeAnswer> {
  try {
    const { id, actor } = request;
    if (request.verb === "stage") return await commands.stage({ id, change: request.change, actor });
    await commands.cancel({ id, reason: request.reason, actor });
    return { kind: "cancelled", id };
  } catch (error) {
    if (error instanceof DomainError) return { kind: "failed", text: error.text };
    throw error;
  }
}

/** Leaves a request under a name of its own; returns the files of the request and of its answer. */
export function leaveChangeRequest(dataDir: string, name: string, request: ChangeRequest) {
  return leaveRequest(join(dataDir, FOLDER), name, request);
}

/** Works off the requests that lie there. */
export async function takeChangeRequests(dataDir: string, commands: ChangeCommands): Promise<void> {
  await takeRequests(join(dataDir, FOLDER), async (left): Promise<ChangeAnswer> => {
    const { success, data } = ChangeRequest.safeParse(left);
    return success ? await carryOut(data, commands) : { kind: "failed", text: MALFORMED };
  });
}

const MALFORMED = { vi: "Yêu cầu sai định dạng.", en: "The request is malformed." };
