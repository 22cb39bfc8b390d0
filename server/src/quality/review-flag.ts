import { appendAudit } from "@bochiso/db/repositories/audit";
import { lockCommits } from "@bochiso/db/repositories/commits";
import { addToOutbox } from "@bochiso/db/repositories/outbox";
import {
  contentOfFlag,
  type FlagContent,
  flagsByIds,
  putQualityFlags,
  type StoredFlag,
} from "@bochiso/db/repositories/quality";
import type { Store } from "@bochiso/db/store";
import { DomainError } from "@bochiso/shared/errors";
import type { Approver } from "@bochiso/shared/feed";
import { periodId } from "@bochiso/shared/period";
import { evidenceOf, type QualityReviewVerdict } from "@bochiso/shared/quality";
import type { Clock } from "../platform/clock.ts";

/** What a person says of a flag. */
export interface ReviewCommand {
  readonly id: number;
  readonly verdict: QualityReviewVerdict;
  readonly note: string;
  /** As stated on the form. */
  readonly by: Approver;
  /** The commit with which the flag last changed, as the person saw it. */
  readonly seen: number;
}

/** What the flag is after the review. */
export interface ReviewOutcome {
  readonly id: number;
  readonly state: StoredFlag["state"];
  readonly commitSeq: number;
}

/**
 * Confirms a flagged value as right, or says that it is wrong and to be corrected, in one audited write. Throws
 * `flag-unknown`, `flag-resolved`, and `flag-changed` where another value came or somebody else reviewed it meanwhile.
 */
export async function reviewFlag(
  deps: { readonly store: Store; readonly clock: Clock },
  command: ReviewCommand,
): Promise<ReviewOutcome> {
  const { id, verdict, note, by, seen } = command;
  return deps.store.write(async (tx) => {
    await lockCommits(tx);
    const [stored] = await flagsByIds(tx, [id]);
    const flag = requireReviewable(stored, id, seen);
    const commit = await tx.nextCommit(deps.clock.now().toISOString());
    const state = verdict;
    const reviewed = {
      ...flag,
      state,
      review: { verdict, note, ...by, at: commit.recordedAt },
      confirmedEvidence: verdict === "confirmed" ? evidenceOf(flag.finding) : null,
      changedSeq: commit.seq,
    };
    await putQualityFlags(tx, commit, [{ kind: "reviewed", flag: reviewed }]);
    const { rule, indicator, area, breakdownKey, periodType, ordinal } = flag;
    await appendAudit(tx, commit, [
      {
        actor: `person:${by.name} (${by.position})`,
        action: verdict === "confirmed" ? "quality-flag.confirmed" : "quality-flag.marked-wrong",
        subject: `quality-flag:${id}`,
        details: {
          rule,
          indicator,
          area,
          breakdown: breakdownKey,
          period: periodId({ type: periodType, ordinal }),
          before: flag.state,
          note,
        },
      },
    ]);
    await addToOutbox(tx, commit, [{ topic: "quality", payload: { changed: { [indicator]: [area] } } }]);
    return { id, state, commitSeq: commit.seq };
  });
}

function requireReviewable(stored: StoredFlag | undefined, id: number, seen: number): FlagContent {
  if (stored === undefined) {
    throw new DomainError(
      "flag-unknown",
      { id },
      { vi: `Không có cảnh báo chất lượng số ${id}.`, en: `There is no quality flag ${id}.` },
    );
  }
  const flag = contentOfFlag(stored);
  if (flag.state === "resolved") {
    throw new DomainError(
      "flag-resolved",
      { id },
      {
        vi: "Số liệu đã được đính chính, cảnh báo không còn hiệu lực.",
        en: "The figure was corrected; the flag no longer stands.",
      },
    );
  }
  if (flag.changedSeq !== seen) {
    throw new DomainError(
      "flag-changed",
      { id, have: flag.changedSeq, got: seen },
      {
        vi: "Cảnh báo đã thay đổi từ khi mở; hãy tải lại rồi đánh giá.",
        en: "The flag has changed since it was opened; load it again, then review it.",
      },
    );
  }
  return flag;
}
