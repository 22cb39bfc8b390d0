import type { QualityRule } from "@bochiso/shared/quality";
import { asc } from "drizzle-orm";
import type { Commit, ReadTx, WriteTx } from "../../unit-of-work.ts";
import { inChunks } from "../in-chunks.ts";

/** Appends versions of rules under `commit`; a version that exists is a key violation. */
export async function appendQualityRules(
  tx: WriteTx,
  commit: Commit,
  added: readonly { readonly rule: QualityRule; readonly author: string }[],
): Promise<void> {
  const rows = added.map(({ rule, author }) => ({
    code: rule.code,
    version: rule.version,
    commitSeq: commit.seq,
    author,
    body: rule,
  }));
  await inChunks(rows, (part) => tx.db.insert(tx.schema.qualityRule).values(part));
}

/** The latest version of every rule, retired ones included, by code. */
export async function listQualityRules(tx: ReadTx): Promise<QualityRule[]> {
  return (await listAuthoredRules(tx)).map(({ rule }) => rule);
}

/** The same with who put that version in force. */
export async function listAuthoredRules(
  tx: ReadTx,
): Promise<{ readonly rule: QualityRule; readonly author: string }[]> {
  const { qualityRule: r } = tx.schema;
  const rows = await tx.db.select({ rule: r.body, author: r.author }).from(r).orderBy(asc(r.code), asc(r.version));
  return [...new Map(rows.map((row) => [row.rule.code, row])).values()];
}
