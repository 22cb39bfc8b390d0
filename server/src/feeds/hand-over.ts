import { appendAudit } from "@bochiso/db/repositories/audit";
import { type Feed, feedByCode, handOverScope } from "@bochiso/db/repositories/feeds";
import { addToOutbox } from "@bochiso/db/repositories/outbox";
import type { Store } from "@bochiso/db/store";
import { DomainError } from "@bochiso/shared/errors";
import type { HandOver } from "@bochiso/shared/feed";
import { feedUnknown } from "../auth/create-key.ts";
import { momentPast } from "../auth/key-errors.ts";
import type { CatalogueCache } from "../catalogue/catalogue-cache.ts";
import { markTermsChanged } from "../catalogue/catalogue-cache.ts";
import type { HandOverCommand } from "./feed-commands.ts";

/**
 * Dates a hand-over: from that moment on `to` sends, `from` is refused, and everything sent stays where it is. All cells or
 * none. Throws `feed-unknown`, `moment-past`, `cell-unknown`, `scope-simulated`, `scope-not-owned`, `scope-changed`.
 */
export async function handOver(
  deps: { store: Store; catalogue: CatalogueCache },
  { from, to, at: asked, cells, basis, now, actor }: HandOverCommand,
): Promise<HandOver[]> {
  const at = asked === null ? now : new Date(asked).toISOString();
  if (at < now) throw momentPast(at, now);
  await deps.store.write(async (tx) => {
    if ((await feedByCode(tx, from)) === null) throw feedUnknown(from);
    const taker = await feedByCode(tx, to);
    if (taker === null) throw feedUnknown(to);
    const { definitions, areas } = await deps.catalogue.current(tx);
    const strange = cells.find(
      ({ indicator, area }) => !definitions.has(indicator) || !(isEvery(area) || areas.has(area)),
    );
    if (strange !== undefined) throw cellUnknown(strange);
    const isFictional = (area: string): boolean => area === "demo:*" || areas.get(area)?.simulated === true;
    const crossing = cells.find(({ area }) => isFictional(area) !== taker.simulated);
    if (crossing !== undefined) throw scopeSimulated(taker, crossing);
    await handOverScope(tx, { from, to, at, cells });
    const commit = await tx.nextCommit(now);
    await markTermsChanged(tx, commit);
    const details = {
      from,
      to,
      at,
      basis,
      cells: cells.slice(0, 500).map((it) => `${it.indicator}@${it.area}`),
      count: cells.length,
    };
    await appendAudit(
      tx,
      commit,
      [from, to].map((feed) => ({ actor, action: "feed.handed-over", subject: `feed:${feed}`, details })),
    );
    await addToOutbox(tx, commit, [{ topic: "feeds", payload: { feeds: [from, to] } }]);
  });
  return cells.map((cell) => ({ ...cell, at, from, to }));
}

function isEvery(area: string): boolean {
  return area === "*" || area === "demo:*";
}

function cellUnknown({ indicator, area }: { indicator: string; area: string }): DomainError {
  return new DomainError(
    "cell-unknown",
    { indicator, area },
    {
      vi: `Không có chỉ số "${indicator}" hoặc địa phương "${area}".`,
      en: `There is no "${indicator}" or no "${area}".`,
    },
  );
}

/** No invented value stands in a real area, and none under the name of a real agency. */
function scopeSimulated(
  { code: feed, name, simulated }: Pick<Feed, "code" | "name" | "simulated">,
  { indicator, area }: { indicator: string; area: string },
): DomainError {
  const text = simulated
    ? {
        vi: `Kênh "${name.vi}" gửi số liệu mô phỏng, không nhận được chỉ số "${indicator}" của địa phương thật "${area}".`,
        en: `The feed "${name.en}" sends simulated values and cannot take "${indicator}" of the real area "${area}".`,
      }
    : {
        vi: `Kênh "${name.vi}" của cơ quan thật, không nhận được chỉ số "${indicator}" của địa phương mẫu "${area}", nơi chỉ có số liệu mô phỏng.`,
        en: `The feed "${name.en}" is of a real agency and cannot take "${indicator}" of the fictional area "${area}", which has simulated values only.`,
      };
  return new DomainError("scope-simulated", { feed, indicator, area }, text);
}
