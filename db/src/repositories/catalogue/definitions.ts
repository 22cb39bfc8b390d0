import { createHash } from "node:crypto";
import { DomainError } from "@bochiso/shared/errors";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { canonicalJson } from "@bochiso/shared/json";
import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { Commit, ReadTx, WriteTx } from "../../unit-of-work.ts";
import { inChunks } from "../in-chunks.ts";

/** A version of a definition to append. */
export interface NewDefinition {
  readonly definition: IndicatorDefinition;
  readonly author: string;
  /** Who put it in force and when (ISO 8601); null while nobody has. */
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
}

/** A stored version of a definition. It never changes. */
export interface StoredDefinition extends NewDefinition {
  readonly commitSeq: number;
  readonly contentSha256: string;
}

/**
 * Appends definition versions under `commit`. A version follows the stored one by exactly 1.
 * Errors: `definition-version` with `have` and `got`.
 */
export async function appendDefinitions(tx: WriteTx, commit: Commit, added: readonly NewDefinition[]): Promise<void> {
  const { indicator, definitionVersion } = tx.schema;
  const have = new Map((await tx.db.select().from(indicator)).map((row) => [row.code, row.currentVersion]));
  for (const { definition } of added) refuseWrongVersion(definition, have);
  const heads = new Map(added.map(({ definition: { code, version } }) => [code as string, version]));
  const headRows = [...heads].map(([code, currentVersion]) => ({ code, currentVersion, commitSeq: commit.seq }));
  const set = { currentVersion: sql`excluded.current_version`, commitSeq: sql`excluded.commit_seq` };
  await inChunks(headRows, (part) =>
    tx.db.insert(indicator).values(part).onConflictDoUpdate({ target: indicator.code, set }),
  );
  const versions = added.map(({ definition, author, approvedBy, approvedAt }) => ({
    indicator: definition.code,
    version: definition.version,
    effectiveFrom: definition.effectiveFrom,
    commitSeq: commit.seq,
    contentSha256: createHash("sha256").update(canonicalJson(definition)).digest("hex"),
    author,
    approvedBy,
    approvedAt,
    body: definition,
  }));
  await inChunks(versions, (part) => tx.db.insert(definitionVersion).values(part));
}

function refuseWrongVersion({ code, version }: IndicatorDefinition, have: Map<string, number>): void {
  const current = have.get(code) ?? 0;
  if (version !== current + 1) {
    throw new DomainError(
      "definition-version",
      { indicator: code, have: current, got: version },
      {
        vi: `Phiên bản ${version} của "${code}" không nối tiếp phiên bản hiện có (${current}).`,
        en: `Version ${version} of "${code}" does not follow the stored version ${current}.`,
      },
    );
  }
  have.set(code, version);
}

/** The latest version of every definition, in code order; with `asOf` as it stood after that commit. */
export async function listDefinitions(
  tx: ReadTx,
  options: { readonly asOf?: number } = {},
): Promise<StoredDefinition[]> {
  const { definitionVersion: d, indicator } = tx.schema;
  if (options.asOf === undefined) {
    const current = and(eq(indicator.code, d.indicator), eq(indicator.currentVersion, d.version));
    const rows = await tx.db.select({ d }).from(d).innerJoin(indicator, current).orderBy(asc(d.indicator));
    return rows.map((row) => stored(row.d));
  }
  const rows = await tx.db
    .select()
    .from(d)
    .where(lte(d.commitSeq, options.asOf))
    .orderBy(asc(d.indicator), asc(d.version));
  const latest = new Map(rows.map((row) => [row.indicator, row]));
  return [...latest.values()].map(stored);
}

/** Every version of one definition, the first one first. */
export async function definitionVersions(tx: ReadTx, code: string): Promise<StoredDefinition[]> {
  const { definitionVersion: d } = tx.schema;
  const rows = await tx.db.select().from(d).where(eq(d.indicator, code)).orderBy(asc(d.version));
  return rows.map(stored);
}

type DefinitionRow = Omit<StoredDefinition, "definition"> & { readonly body: IndicatorDefinition };

function stored({ body, author, approvedBy, approvedAt, commitSeq, contentSha256 }: DefinitionRow): StoredDefinition {
  return { definition: body, author, approvedBy, approvedAt, commitSeq, contentSha256 };
}
