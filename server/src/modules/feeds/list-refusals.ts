import { listRefusals as readRefusals } from "@bochiso/db/repositories/feeds";
import { newestByWay } from "@bochiso/db/repositories/submissions";
import type { RefusalLine } from "@bochiso/shared/feed";
import type { FeedDeps } from "./feed-deps.ts";
import { mendedSince } from "./mended-since.ts";
import { keyLabels } from "./submission-line.ts";

const LISTED = 200;

/** What was refused of a feed, the last ones first. */
export async function listRefusals({ store }: FeedDeps, { feed }: { feed: string }): Promise<RefusalLine[]> {
  return await store.read(async (tx) => {
    const refusals = await readRefusals(tx, feed, LISTED);
    const labels = await keyLabels(
      tx,
      refusals.map(({ keyId }) => keyId),
    );
    const first = refusals.at(-1)?.lastAt;
    const mended = mendedSince(first === undefined ? [] : await newestByWay(tx, first, feed));
    return refusals.map(({ id, code, detail, detailVi, firstAt, lastAt, times, keyId, ...rest }) => ({
      id,
      code,
      detail: { vi: detailVi, en: detail },
      firstAt,
      lastAt,
      times,
      mendedAt: mended({ feed, keyId, lastAt }),
      key: labels(keyId),
      person: rest.person,
      idempotencyKey: rest.idempotencyKey,
      requestId: rest.requestId,
      errorCount: rest.errorCount,
      codes: rest.codes,
      errors: rest.errors,
    }));
  });
}
