import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DomainError } from "@bochiso/shared/errors";
import type { Text } from "@bochiso/shared/text";
import { z } from "zod";
import type { CancelInput } from "./end-definition-change.ts";
import type { StageInput, StageOutput } from "./stage-definition-change.ts";

/**
 * One process owns an SQLite file. While the server runs, the command line leaves what it wants in the data directory,
 * which only the owner of the installation can write to, and reads the answer beside it.
 */
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
  const folder = join(dataDir, FOLDER);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = { request: join(folder, `${name}.json`), answer: join(folder, `${name}.answer`) };
  put(files.request, request);
  return files;
}

/** Works off the requests that lie there. */
export async function takeChangeRequests(dataDir: string, commands: ChangeCommands): Promise<void> {
  const folder = join(dataDir, FOLDER);
  for (const name of listRequests(folder)) {
    const file = join(folder, name);
    put(file.replace(/json$/, "answer"), await answerTo(file, commands));
    rmSync(file, { force: true });
  }
}

async function answerTo(file: string, commands: ChangeCommands): Promise<ChangeAnswer> {
  const request = readRequest(file);
  return request === null ? { kind: "failed", text: MALFORMED } : await carryOut(request, commands);
}

const MALFORMED = { vi: "Yêu cầu sai định dạng.", en: "The request is malformed." };

function readRequest(file: string): ChangeRequest | null {
  try {
    return ChangeRequest.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

/** Whole or not at all: the other side looks at any moment. */
function put(file: string, content: unknown): void {
  writeFileSync(`${file}.new`, JSON.stringify(content), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function listRequests(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch {
    return [];
  }
}
