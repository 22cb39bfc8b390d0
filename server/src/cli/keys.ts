import { existsSync, readFileSync, rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { makeKey } from "../auth/api-key.ts";
import { leaveKeyRequest } from "../auth/key-requests.ts";
import { readConfig } from "../config/env.ts";
import { systemClock } from "../platform/clock.ts";
import type { CreateKeyInput } from "../writer/commands.ts";
import { startWriter } from "../writer/start-writer.ts";

const USAGE = "pnpm keys create <feed> [label]   |   pnpm keys create --reader [label]";
const WAIT_MS = 15_000;
const STEP_MS = 200;

const [verb, target, label = "cli"] = process.argv.slice(2);
if (verb !== "create" || target === undefined) {
  console.error(USAGE);
  process.exit(2);
}

try {
  console.log(await createKey(target === "--reader" ? null : target, label));
  console.error("Khóa chỉ hiện một lần, hãy cất giữ an toàn. / Shown once; keep it safe.");
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function createKey(feed: string | null, name: string): Promise<string> {
  const config = readConfig(process.env);
  const { id, key, secretHash } = makeKey();
  const at = systemClock.now().toISOString();
  const input: CreateKeyInput = {
    id,
    kind: feed === null ? "reader" : "feed",
    feed,
    label: name,
    secretHash,
    at,
    actor: "cli",
  };
  try {
    const storage = await startWriter(config);
    try {
      await storage.writer.execute({ name: "create-key", input });
    } finally {
      await storage.close();
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "database-in-use")) throw error;
    await askServer(config.dataDir, input);
  }
  return key;
}

/** The running server owns the file: it makes the key and removes the request. */
async function askServer(dataDir: string, input: CreateKeyInput): Promise<void> {
  const files = leaveKeyRequest(dataDir, input);
  for (let waited = 0; existsSync(files.request); waited += STEP_MS) {
    if (waited > WAIT_MS) {
      rmSync(files.request, { force: true });
      throw new Error("The server did not answer; the key was not made. / Máy chủ không trả lời, chưa tạo khóa.");
    }
    await pause(STEP_MS);
  }
  if (!existsSync(files.refusal)) return;
  const reason = readFileSync(files.refusal, "utf8");
  rmSync(files.refusal, { force: true });
  throw new Error(reason);
}
