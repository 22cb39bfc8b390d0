import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findApiKey, listApiKeys } from "@bochiso/db/repositories/feeds";
import { DomainError } from "@bochiso/shared/errors";
import { z } from "zod";
import type { Services } from "../services.ts";
import { makeKey, readKey, secretMatches } from "./api-key.ts";
import { keyState } from "./key-state.ts";

/** Keys of a demonstration, in the clear: `{ "reader": "bcs_…", "feeds": { "mof.customs": "bcs_…" } }`. */
export const DemoKeys = z.object({ reader: z.string(), feeds: z.record(z.string(), z.string()) });
export type DemoKeys = z.infer<typeof DemoKeys>;

const LABEL = "demo";

/** Where the keys of a demonstration are, readable by the owner of the process alone. */
export function demoKeysFile(dataDir: string): string {
  return join(dataDir, "demo-keys.json");
}

/**
 * In demonstration modes, makes a key for every active feed and one for readers and writes them to `demo-keys.json`. Keys
 * in the file that still work are kept. Null outside of demonstrations.
 */
export async function writeDemoKeys(services: Services): Promise<DemoKeys | null> {
  const { config, store, catalogue } = services;
  if (config.demo === "0") return null;
  const file = demoKeysFile(config.dataDir);
  const known = readFile(file);
  const feeds = await store.read(async (tx) =>
    [...(await catalogue.current(tx)).feeds.values()].filter((it) => it.active && !it.barred),
  );
  const reader = (await works(services, known?.reader)) ?? (await make(services, null)) ?? "";
  const keys: DemoKeys = { reader, feeds: {} };
  for (const { code } of feeds) {
    const key = (await works(services, known?.feeds[code])) ?? (await make(services, code));
    if (key !== null) keys.feeds[code] = key;
  }
  // Written beside and moved: a start that is cut off leaves the old file or the new one.
  writeFileSync(`${file}.new`, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return keys;
}

function readFile(file: string): DemoKeys | null {
  try {
    return DemoKeys.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

async function works({ store, clock }: Services, key: string | undefined): Promise<string | null> {
  const parts = readKey(key ?? "");
  if (parts === null || key === undefined) return null;
  const stored = await store.read((tx) => findApiKey(tx, parts.id));
  if (stored === null || keyState(stored, clock.now().toISOString()) !== "live") return null;
  return secretMatches(parts.secret, stored.secretHash) ? key : null;
}

/** A new key; null where the feed has two live keys that people made. Demonstration keys whose file was lost end first. */
async function make(services: Services, feed: string | null): Promise<string | null> {
  const { writer, clock, store, logger } = services;
  const at = clock.now().toISOString();
  const others = feed === null ? [] : await store.read((tx) => listApiKeys(tx, { feed }));
  for (const { id } of others.filter((it) => it.label === LABEL && it.revokedAt === null)) {
    await writer.execute({ name: "revoke-key", input: { id, reason: "demo-keys.json", at, actor: "seed" } });
  }
  const { id, key, secretHash } = makeKey();
  const kind = feed === null ? "reader" : "feed";
  try {
    const input = { id, kind, feed, label: LABEL, secretHash, at, actor: "seed" } as const;
    await writer.execute({ name: "create-key", input });
    return key;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "key-limit") throw error;
    logger.warn({ feed }, "no demonstration key: the feed has two live keys");
    return null;
  }
}
