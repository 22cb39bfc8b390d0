import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DomainError } from "@bochiso/shared/errors";
import { z } from "zod";
import type { CreateKeyInput } from "../writer/commands.ts";
import type { RevokeKeyCommand, RotateKeyCommand } from "./key-commands.ts";

const KeyId = z.string().regex(/^[a-z0-9]{12}$/);
const SecretHash = z.string().regex(/^[0-9a-f]{64}$/);

const CreateInput = z.object({
  id: KeyId,
  kind: z.enum(["feed", "reader"]),
  feed: z.string().nullable(),
  label: z.string(),
  secretHash: SecretHash,
  at: z.string(),
  actor: z.string(),
  holder: z.string(),
  expiresAt: z.string().nullable(),
  cidrs: z.array(z.string()),
}) satisfies z.ZodType<CreateKeyInput>;
const RotateInput = z.object({
  old: KeyId,
  id: KeyId,
  secretHash: SecretHash,
  expiresAt: z.string().nullable(),
  overlapUntil: z.string(),
  at: z.string(),
  actor: z.string(),
}) satisfies z.ZodType<RotateKeyCommand>;
const RevokeInput = z.object({
  id: KeyId,
  reason: z.string(),
  at: z.string(),
  actor: z.string(),
}) satisfies z.ZodType<RevokeKeyCommand>;

/**
 * One process owns an SQLite file. While the server runs, `npm run keys` leaves a request in the data directory, which only
 * the owner of the installation can write to; it holds the hash of a secret, never the secret.
 */
export const KeyRequest = z.discriminatedUnion("verb", [
  z.object({ verb: z.literal("create"), input: CreateInput }),
  z.object({ verb: z.literal("rotate"), input: RotateInput }),
  z.object({ verb: z.literal("revoke"), input: RevokeInput }),
]);
export type KeyRequest = z.infer<typeof KeyRequest>;

/** What requests are carried out with. */
export interface KeyCommands {
  create(input: CreateKeyInput): Promise<unknown>;
  rotate(input: RotateKeyCommand): Promise<unknown>;
  revoke(input: RevokeKeyCommand): Promise<unknown>;
}

const FOLDER = "key-requests";

/** Carries out a request; a fault is thrown. */
export async function carryOutKeyRequest(request: KeyRequest, commands: KeyCommands): Promise<void> {
  if (request.verb === "create") await commands.create(request.input);
  else if (request.verb === "rotate") await commands.rotate(request.input);
  else await commands.revoke(request.input);
}

/** Leaves a request; returns the files in which its fate will be told. */
export function leaveKeyRequest(dataDir: string, request: KeyRequest): { request: string; refusal: string } {
  const folder = join(dataDir, FOLDER);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = `${request.verb}-${request.input.id}`;
  const files = { request: join(folder, `${name}.json`), refusal: join(folder, `${name}.refused`) };
  writeFileSync(`${files.request}.new`, JSON.stringify(request), { mode: 0o600 });
  renameSync(`${files.request}.new`, files.request);
  return files;
}

/** Works off the requests that lie there; a refused one leaves its reason. */
export async function takeKeyRequests(dataDir: string, commands: KeyCommands): Promise<void> {
  const folder = join(dataDir, FOLDER);
  for (const name of listRequests(folder)) {
    const file = join(folder, name);
    try {
      await carryOutKeyRequest(KeyRequest.parse(JSON.parse(readFileSync(file, "utf8"))), commands);
    } catch (error) {
      const reason = error instanceof DomainError ? error.text.vi : "Yêu cầu sai định dạng.";
      writeFileSync(file.replace(/json$/, "refused"), reason, { mode: 0o600 });
    }
    rmSync(file, { force: true });
  }
}

function listRequests(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch {
    return [];
  }
}
