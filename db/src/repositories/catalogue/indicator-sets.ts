import type { Text } from "@bochiso/shared/text";
import { asc, inArray, sql } from "drizzle-orm";
import type { Details } from "../../schema/index.ts";
import type { Commit, ReadTx, WriteTx } from "../../unit-of-work.ts";
import { inChunks } from "../in-chunks.ts";

/** Nhóm chỉ số: an ordered list of indicators within a set. */
export interface IndicatorGroupRecord {
  readonly code: string;
  readonly name: Text;
  readonly indicators: readonly string[];
  readonly details: Details;
}

/** Bộ chỉ số with its groups in order. */
export interface IndicatorSetRecord {
  readonly code: string;
  /** `government`, `ministry` or `province`. */
  readonly level: string;
  /** Code of the agency or area that owns it. */
  readonly owner: string;
  readonly name: Text;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly details: Details;
  readonly groups: readonly IndicatorGroupRecord[];
}

/** Adds or replaces sets with their groups and members, in the order given. */
export async function saveIndicatorSets(
  tx: WriteTx,
  commit: Commit,
  sets: readonly IndicatorSetRecord[],
): Promise<void> {
  if (sets.length === 0) return;
  const { indicatorSet, indicatorGroup, groupIndicator } = tx.schema;
  const codes = sets.map((set) => set.code);
  await tx.db.delete(groupIndicator).where(inArray(groupIndicator.set, codes));
  await tx.db.delete(indicatorGroup).where(inArray(indicatorGroup.set, codes));
  const setRows = sets.map(({ code, level, owner, name, effectiveFrom, effectiveTo, details }, position) => {
    return { code, level, owner, name, effectiveFrom, effectiveTo, details, position, commitSeq: commit.seq };
  });
  const replaced = {
    level: sql`excluded.level`,
    owner: sql`excluded.owner`,
    position: sql`excluded.position`,
    name: sql`excluded.name`,
    effectiveFrom: sql`excluded.effective_from`,
    effectiveTo: sql`excluded.effective_to`,
    commitSeq: sql`excluded.commit_seq`,
    details: sql`excluded.details`,
  };
  await inChunks(setRows, (part) =>
    tx.db.insert(indicatorSet).values(part).onConflictDoUpdate({ target: indicatorSet.code, set: replaced }),
  );
  const groups = sets.flatMap((set) => set.groups.map((group, position) => ({ set: set.code, position, ...group })));
  await inChunks(
    groups.map(({ set, code, position, name, details }) => ({ set, code, position, name, details })),
    (part) => tx.db.insert(indicatorGroup).values(part),
  );
  const members = groups.flatMap(({ set, code: group, indicators }) =>
    indicators.map((indicator, position) => ({ set, group, indicator, position })),
  );
  await inChunks(members, (part) => tx.db.insert(groupIndicator).values(part));
}

/** Every set with its groups and members, in their order. */
export async function listIndicatorSets(tx: ReadTx): Promise<IndicatorSetRecord[]> {
  const { indicatorSet, indicatorGroup, groupIndicator } = tx.schema;
  const sets = await tx.db.select().from(indicatorSet).orderBy(asc(indicatorSet.position), asc(indicatorSet.code));
  const groups = await tx.db.select().from(indicatorGroup).orderBy(asc(indicatorGroup.position));
  const members = await tx.db.select().from(groupIndicator).orderBy(asc(groupIndicator.position));
  const groupsOf = Map.groupBy(groups, (group) => group.set);
  const membersOf = Map.groupBy(members, (member) => `${member.set}\n${member.group}`);
  return sets.map(({ code: set, level, owner, name, effectiveFrom, effectiveTo, details }) => {
    const own = (groupsOf.get(set) ?? []).map((group) => ({
      code: group.code,
      name: group.name,
      details: group.details,
      indicators: (membersOf.get(`${set}\n${group.code}`) ?? []).map((member) => member.indicator),
    }));
    return { code: set, level, owner, name, effectiveFrom, effectiveTo, details, groups: own };
  });
}
