import { appendAudit } from "@bochiso/db/repositories/audit";
import { feedByCode, lockFeed, saveContract } from "@bochiso/db/repositories/feeds";
import { addToOutbox } from "@bochiso/db/repositories/outbox";
import type { Store } from "@bochiso/db/store";
import { DomainError } from "@bochiso/shared/errors";
import { FeedContract } from "@bochiso/shared/feed";
import { canonicalJson } from "@bochiso/shared/json";
import { dueAt, periodAt } from "@bochiso/shared/period";
import { feedUnknown } from "../auth/create-key.ts";
import { markTermsChanged } from "../catalogue/catalogue-cache.ts";
import type { ChangeContractCommand } from "./feed-commands.ts";

/**
 * Puts a contract in force for what is received from now on. Throws `feed-unknown`, `contract-changed` (another one is in
 * force than was seen), `deadline-double`, `deadline-malformed`.
 */
export async function changeContract(
  deps: { store: Store },
  { feed, seen, contract, reason, at, actor }: ChangeContractCommand,
): Promise<FeedContract> {
  checkSchedule(contract);
  await deps.store.write(async (tx) => {
    await lockFeed(tx, feed);
    const stored = await feedByCode(tx, feed);
    if (stored === null) throw feedUnknown(feed);
    if (!isSame(stored, seen)) throw contractChanged(feed);
    await saveContract(tx, feed, contract);
    const commit = await tx.nextCommit(at);
    await markTermsChanged(tx, commit);
    const details = { reason, before: contractOf(stored), after: contract };
    await appendAudit(tx, commit, [{ actor, action: "feed.contract-changed", subject: `feed:${feed}`, details }]);
    await addToOutbox(tx, commit, [{ topic: "feeds", payload: { feeds: [feed] } }]);
  });
  return contract;
}

/** The contract among everything else known of a feed. */
export function contractOf(feed: FeedContract): FeedContract {
  const { active, gapPolicy, requireDigest, requireSignOff, schedule, heartbeatMinutes } = feed;
  return { active, gapPolicy, requireDigest, requireSignOff, schedule, heartbeatMinutes };
}

/** However it was stored or sent. */
function isSame(one: FeedContract, other: FeedContract): boolean {
  const textOf = (it: FeedContract): string => canonicalJson(FeedContract.parse(it));
  return textOf(one) === textOf(other);
}

function contractChanged(feed: string): DomainError {
  return new DomainError(
    "contract-changed",
    { feed },
    {
      vi: "Hợp đồng của kênh này đã được người khác sửa sau khi bạn mở.",
      en: "Somebody else changed the contract of this feed after you opened it.",
    },
  );
}

function checkSchedule({ schedule }: FeedContract): void {
  const types = schedule.map(({ periodType }) => periodType);
  const double = types.find((type, at) => types.indexOf(type) !== at);
  if (double !== undefined) {
    throw new DomainError(
      "deadline-double",
      { periodType: double },
      { vi: `Kỳ "${double}" có hai thời hạn.`, en: `The type of period "${double}" has two deadlines.` },
    );
  }
  for (const { periodType, rule } of schedule) {
    if (isReadable(periodType, rule)) continue;
    throw new DomainError(
      "deadline-malformed",
      { periodType, after: rule.after },
      { vi: `Thời hạn của kỳ "${periodType}" không đọc được.`, en: `The deadline of "${periodType}" cannot be read.` },
    );
  }
}

/** A rule without a delay, or with one that is no duration, says nothing. */
function isReadable(
  ...[type, rule]: [FeedContract["schedule"][number]["periodType"], FeedContract["schedule"][number]["rule"]]
): boolean {
  try {
    return dueAt({ period: periodAt(type, 0), rule }) !== null;
  } catch {
    return false;
  }
}
