import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DomainError } from "@bochiso/shared/errors";
import { z } from "zod";
import type { CreateKeyInput } from "../writer/commands.ts";

/**
 * One process owns an SQLite file. While the server runs, `pnpm keys` leaves a request in the data directory, which only
 * the owner of the installation can write to; it holds the hash of the secret, never the secret.
 */
export const KeyRequest = z.object({
  id: z.string().regex(/^[a-z0-9]{12}$/),
  kind: z.enum(["feed", "reader"]),
  feed: z.string().nullable(),
  label: z.string(),
  secretHash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string(),
  actor: z.string(),
}) satisfies z.ZodType<CreateKeyInput>;

const FOLDER = "key-requests";

/** Leaves a request; returns the files in which its fate will be told. */
export function leaveKeyRequest(dataDir: string, request: CreateKeyInput): { request: string; refusal: string } {
  const folder = join(dataDir, FOLDER);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = { request: join(folder, `${request.id}.json`), refusal: join(folder, `${request.id}.refused`) };
  writeFileSync(`${files.request}.new`, JSON.stringify(request), { mode: 0o600 });
  renameSync(`${files.request}.new`, files.request);
  return files;
}

/** Works off the requests that lie there; a refused one leaves its reason. */
export async function takeKeyRequests(
  dataDir: string,
  create: (input: CreateKeyInput) => Promise<unknown>,
): Promise<void> {
  const folder = join(dataDir, FOLDER);
  for (const name of listRequests(folder)) {
    const file = join(folder, name);
    try {
      await create(KeyRequest.parse(JSON.parse(readFileSync(file, "utf8"))));
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
