import { parseArgs } from "node:util";
import { listApiKeys } from "@bochiso/db/repositories/feeds";
import { MOST_OVERLAP_DAYS } from "@bochiso/shared/feed";
import { makeKey } from "../auth/api-key.ts";
import { carryOutKeyRequest, KeyAnswer, type KeyRequest, leaveKeyRequest } from "../auth/key-requests.ts";
import { keyState } from "../auth/key-state.ts";
import type { Config } from "../config/env.ts";
import { systemClock } from "../platform/clock.ts";
import { startWriter } from "../writer/start-writer.ts";
import { answerOfServer, isInUse, OutcomeUnknown } from "./ask-server.ts";
import { configOfSystem } from "./config-of-system.ts";
import { openToRead } from "./open-to-read.ts";

const USAGE = `npm run keys -- create <feed> [label] [--holder "…"] [--expires 2027-12-31T00:00:00Z] [--cidr 10.0.0.0/8]…
npm run keys -- create --reader [label]
npm run keys -- list [feed]
npm run keys -- rotate <id> [--overlap <days from 0 to ${MOST_OVERLAP_DAYS}, 7>] [--expires …]
npm run keys -- revoke <id> [reason]`;
const DAY_MS = 86_400_000;
const ACTOR = "cli";

try {
  process.exitCode = await run(readArguments());
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function readArguments() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      reader: { type: "boolean", default: false },
      holder: { type: "string", default: "" },
      expires: { type: "string" },
      overlap: { type: "string", default: "7" },
      cidr: { type: "string", multiple: true, default: [] },
    },
  });
  return { positionals, ...values };
}

async function run(asked: ReturnType<typeof readArguments>): Promise<number> {
  const config = configOfSystem(process.env);
  const [verb, ...rest] = asked.positionals;
  const [target] = rest;
  if (verb === "list") return await list(config, target);
  if (verb === "create" && (asked.reader || target !== undefined)) {
    const [feed, label = "cli"] = asked.reader ? [null, ...rest] : [target ?? null, ...rest.slice(1)];
    return await create(config, { feed, label, ...asked });
  }
  if (verb === "rotate" && target !== undefined) return await rotate(config, target, asked);
  if (verb === "revoke" && target !== undefined) {
    const at = systemClock.now().toISOString();
    const reason = rest[1] ?? ACTOR;
    await ask(config, { verb: "revoke", input: { id: target, reason, at, actor: ACTOR } });
    console.log(`Đã thu hồi / Revoked: ${target}`);
    return 0;
  }
  console.error(USAGE);
  return 2;
}

async function create(
  config: Config,
  asked: { feed: string | null; label: string; holder: string; expires?: string | undefined; cidr: string[] },
): Promise<number> {
  const { id, key, secretHash } = makeKey();
  const { feed, label, holder, cidr: cidrs } = asked;
  const at = systemClock.now().toISOString();
  const kind = feed === null ? "reader" : "feed";
  const expiresAt = expiry(asked.expires);
  const input = { id, kind, feed, label, holder, cidrs, expiresAt, secretHash, at, actor: ACTOR } as const;
  await ask(config, { verb: "create", input: { ...input, cidrs: [...cidrs] } });
  return show(key);
}

async function rotate(
  config: Config,
  old: string,
  asked: { overlap: string; expires?: string | undefined },
): Promise<number> {
  const overlapDays = Number(asked.overlap);
  if (!/^\d+$/.test(asked.overlap) || overlapDays > MOST_OVERLAP_DAYS) {
    throw new Error(`--overlap ${asked.overlap}?\n${USAGE}`);
  }
  const { id, key, secretHash } = makeKey();
  const now = systemClock.now();
  const overlapUntil = new Date(now.getTime() + overlapDays * DAY_MS).toISOString();
  const expiresAt = expiry(asked.expires);
  await ask(config, {
    verb: "rotate",
    input: { old, id, secretHash, expiresAt, overlapUntil, at: now.toISOString(), actor: ACTOR },
  });
  return show(key);
}

function show(key: string): number {
  console.log(key);
  console.error("Khóa chỉ hiện một lần, hãy cất giữ an toàn. / Shown once; keep it safe.");
  return 0;
}

function expiry(text: string | undefined): string | null {
  if (text === undefined) return null;
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) throw new Error(`--expires ${text}?\n${USAGE}`);
  return moment.toISOString();
}

async function list(config: Config, feed: string | undefined): Promise<number> {
  const store = await openToRead(config);
  const now = systemClock.now().toISOString();
  try {
    const keys = await store.read((tx) => listApiKeys(tx, feed === undefined ? {} : { feed }));
    for (const key of keys) {
      const { id, label, holder, expiresAt, lastUsedAt, cidrs } = key;
      const columns = [id, key.feed ?? "--reader", keyState(key, now), label, holder, expiresAt, lastUsedAt];
      console.log([...columns.map((it) => (it === null || it === "" ? "-" : it)), cidrs?.join(",") ?? "*"].join("\t"));
    }
    return 0;
  } finally {
    await store.close();
  }
}

/** Carries a request out on the database, or has the running server that owns it do so. */
async function ask(config: Config, request: KeyRequest): Promise<void> {
  try {
    const storage = await startWriter(config);
    try {
      await carryOutKeyRequest(request, {
        create: (input) => storage.writer.execute({ name: "create-key", input }),
        rotate: (input) => storage.writer.execute({ name: "rotate-key", input }),
        revoke: (input) => storage.writer.execute({ name: "revoke-key", input }),
      });
    } finally {
      await storage.close();
    }
  } catch (error) {
    if (!isInUse(error)) throw error;
    await askServer(config.dataDir, request);
  }
}

/** Where the outcome is not known, a key may come to live whose secret nobody was shown. */
async function askServer(dataDir: string, request: KeyRequest): Promise<void> {
  const { verb, input } = request;
  try {
    const told = KeyAnswer.parse(await answerOfServer(leaveKeyRequest(dataDir, request)));
    if (told.kind === "refused") throw new Error(`${told.text.vi}\n${told.text.en}`);
  } catch (error) {
    if (error instanceof OutcomeUnknown && verb !== "revoke")
      console.error(`Nếu \`list\` có khóa ${input.id}, hãy thu hồi. / If \`list\` shows ${input.id}, revoke that key.`);
    throw error;
  }
}
