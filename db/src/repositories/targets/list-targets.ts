import type { Target } from "@bochiso/shared/target";
import { and, asc, eq, inArray, lte } from "drizzle-orm";
import type { ReadTx } from "../../unit-of-work.ts";
import type { StoredTarget } from "./stored-target.ts";

/** Which targets are wanted; a list left out asks for all. */
export interface TargetQuery {
  readonly areas?: readonly string[];
  readonly indicators?: readonly string[];
  /** As they stood after this commit. */
  readonly asOf?: number;
  /** Those no longer in force as well. */
  readonly retired?: boolean;
}

/** The latest version of every target asked for, by id; with `asOf` as it stood after that commit. One statement. */
export async function listTargets(tx: ReadTx, query: TargetQuery = {}): Promise<StoredTarget[]> {
  const { target: t, targetVersion: v } = tx.schema;
  const { areas, indicators, asOf, retired = false } = query;
  if (areas?.length === 0 || indicators?.length === 0) return [];
  const rows = await tx.db
    .select({ v })
    .from(t)
    .innerJoin(
      v,
      and(eq(v.target, t.id), asOf === undefined ? eq(v.version, t.currentVersion) : lte(v.commitSeq, asOf)),
    )
    .where(
      and(
        areas === undefined ? undefined : inArray(t.area, [...areas]),
        indicators === undefined ? undefined : inArray(t.indicator, [...indicators]),
      ),
    )
    .orderBy(asc(t.id), asc(v.version));
  const latest = new Map(rows.map((row) => [row.v.target, stored(row.v)]));
  return [...latest.values()].filter((it) => retired || !it.retired);
}

/** Every version of one target, the first one first. */
export async function targetVersions(tx: ReadTx, id: string): Promise<StoredTarget[]> {
  const { targetVersion: v } = tx.schema;
  return (await tx.db.select().from(v).where(eq(v.target, id)).orderBy(asc(v.version))).map(stored);
}

interface VersionRow extends Omit<StoredTarget, "target" | "retired"> {
  readonly retired: number;
  readonly body: Target;
}

function stored({ body, version, retired, reason, author, commitSeq, contentSha256 }: VersionRow): StoredTarget {
  return { target: body, version, retired: retired === 1, reason, author, commitSeq, contentSha256 };
}
