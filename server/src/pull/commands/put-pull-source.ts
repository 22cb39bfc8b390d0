import { feedByCode, lockFeed } from "@bochiso/db/repositories/feeds";
import { type PullSource, pullSourceByCode, savePullSource } from "@bochiso/db/repositories/pulls";
import type { PullConfig } from "@bochiso/shared/pull";
import { feedUnknown } from "../../auth/create-key.ts";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import type { PipelineDeps } from "../../ingestion/pipeline-deps.ts";
import { nearestCode } from "../../ingestion/rules/nearest-code.ts";
import { pullFault } from "../pull-fault.ts";
import { noteChange } from "./note-change.ts";
import type { PutPullCommand } from "./pull-commands.ts";

/**
 * Puts a source in force, a new version of it where there is one; it is asked at once where it is enabled. Throws
 * `feed-unknown`, `pull-feed-fixed`, `pull-config-malformed`.
 */
export async function putPullSource(
  { store, catalogue: cache }: Pick<PipelineDeps, "store" | "catalogue">,
  { config, enabled, at, actor }: PutPullCommand,
): Promise<{ version: number }> {
  return await store.write(async (tx) => {
    const { code, feed } = config;
    if ((await feedByCode(tx, feed)) === null) throw feedUnknown(feed);
    await lockFeed(tx, feed);
    const before = await pullSourceByCode(tx, code);
    if (before !== null && before.feed !== feed)
      throw pullFault("pull-feed-fixed", { source: code, feed: before.feed });
    checkNames(config, await cache.current(tx));
    const version = (before?.version ?? 0) + 1;
    await savePullSource(tx, { ...(before ?? NEVER_RUN), ...asNew({ config, enabled, at, actor }), version });
    const details = { source: code, version, enabled, before: before?.config ?? null, after: config };
    await noteChange(tx, { feed, at, actor, action: "pull.configured", details });
    return { version };
  });
}

const NEVER_RUN = { answeredAt: null, run: null, runBy: null, runUntil: null, lastKey: null };

/** What was remembered of the answers belongs to the configuration before; the chain of keys goes on. */
function asNew({ config, enabled, at, actor }: PutPullCommand) {
  return {
    code: config.code,
    feed: config.feed,
    enabled,
    config,
    changedAt: at,
    changedBy: actor,
    nextAt: enabled ? at : null,
    askedBy: null,
    failures: 0,
    etag: null,
    lastModified: null,
    lastDigest: null,
    lastRefused: 0,
  } satisfies Partial<PullSource>;
}

/** Names of the catalogue that the mapping leads to must be there: what it makes would be refused row by row. */
function checkNames({ rows }: PullConfig, { definitions, dimensions }: Catalogue): void {
  const problems = rows.flatMap(({ indicator, breakdown }, at) => {
    const codes = [indicator.constant, ...Object.values(indicator.codes ?? {})].flatMap((code) => code ?? []);
    return [
      ...unknownAmong(codes, definitions).map((it) => `rows.${at}.indicator: ${it}`),
      ...unknownAmong(Object.keys(breakdown), dimensions).map((it) => `rows.${at}.breakdown: ${it}`),
    ];
  });
  if (problems.length > 0) throw pullFault("pull-config-malformed", { problems: problems.join("\n") });
}

function unknownAmong(codes: readonly string[], known: ReadonlyMap<string, unknown>): string[] {
  return codes
    .filter((code) => !known.has(code))
    .map((code) => {
      const nearest = nearestCode(code, known.keys());
      return nearest === null ? `"${code}"?` : `"${code}"? ("${nearest}")`;
    });
}
