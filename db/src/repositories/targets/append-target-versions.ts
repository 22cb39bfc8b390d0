import { createHash } from "node:crypto";
import { breakdownKey } from "@bochiso/shared/breakdown";
import { DomainError } from "@bochiso/shared/errors";
import { canonicalJson } from "@bochiso/shared/json";
import type { Target } from "@bochiso/shared/target";
import { inArray, sql } from "drizzle-orm";
import type { Commit, WriteTx } from "../../unit-of-work.ts";
import { inChunks } from "../in-chunks.ts";
import type { NewTargetVersion } from "./stored-target.ts";

/** The cell a target stands for, as its columns hold it. */
type TargetCell = Pick<Target, "scenario"> & { indicator: string; area: string; breakdownKey: string; by: string };

/**
 * Appends versions of targets under `commit`; at most one per target and call. A version follows the stored one by exactly 1
 * and stands for the same cell. Errors: `target-version` with `have` and `got`, `target-cell-changed`.
 */
export async function appendTargetVersions(
  tx: WriteTx,
  commit: Commit,
  added: readonly NewTargetVersion[],
): Promise<void> {
  if (added.length === 0) return;
  const { target, targetVersion } = tx.schema;
  const ids = added.map((it) => it.target.id);
  const heads = new Map(
    (await tx.db.select().from(target).where(inArray(target.id, ids))).map((row) => [row.id, row] as const),
  );
  for (const { target: it, version } of added) {
    const head = heads.get(it.id);
    refuseWrongVersion(it.id, version, head?.currentVersion ?? 0);
    if (head !== undefined) refuseOtherCell(it, head);
  }
  const headRows = added.map(({ target: it, version }) => ({
    id: it.id,
    ...cellOf(it),
    currentVersion: version,
    commitSeq: commit.seq,
  }));
  const set = { currentVersion: sql`excluded.current_version`, commitSeq: sql`excluded.commit_seq` };
  await inChunks(headRows, (part) => tx.db.insert(target).values(part).onConflictDoUpdate({ target: target.id, set }));
  const versions = added.map(({ target: body, version, retired, reason, author }) => ({
    target: body.id,
    version,
    commitSeq: commit.seq,
    retired: retired ? 1 : 0,
    reason,
    author,
    contentSha256: createHash("sha256").update(canonicalJson(body)).digest("hex"),
    body,
  }));
  await inChunks(versions, (part) => tx.db.insert(targetVersion).values(part));
}

function cellOf({ indicator, area, breakdown, scenario, by }: Target): TargetCell {
  return { indicator, area, breakdownKey: breakdownKey(breakdown), scenario, by };
}

function refuseWrongVersion(id: string, got: number, have: number): void {
  if (got === have + 1) return;
  throw new DomainError(
    "target-version",
    { target: id, have, got },
    {
      vi: `Phiên bản ${got} của chỉ tiêu "${id}" không nối tiếp phiên bản hiện có (${have}).`,
      en: `Version ${got} of the target "${id}" does not follow the stored version ${have}.`,
    },
  );
}

function refuseOtherCell(target: Target, head: TargetCell): void {
  const cell = cellOf(target);
  const same =
    cell.indicator === head.indicator &&
    cell.area === head.area &&
    cell.breakdownKey === head.breakdownKey &&
    cell.scenario === head.scenario &&
    cell.by === head.by;
  if (same) return;
  throw new DomainError(
    "target-cell-changed",
    { target: target.id },
    {
      vi: `Chỉ tiêu "${target.id}" đã giao cho một chỉ số, địa phương, phân tổ và thời hạn khác; hãy giao chỉ tiêu mới và cho chỉ tiêu cũ hết hiệu lực.`,
      en: `The target "${target.id}" was assigned for another indicator, area, breakdown or deadline; assign a new one and retire this one.`,
    },
  );
}
