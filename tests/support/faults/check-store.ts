import { verifyAuditChain } from "@bochiso/db/repositories/audit";
import type { ReadStore, ReadTx } from "@bochiso/db/store";
import { periodId } from "@bochiso/shared/period";
import { publishedKeys } from "../../../server/src/receipts/published-keys.ts";
import { assertReceipt, verifyReceipt } from "../../../server/src/receipts/verify-receipt.ts";
import type { BatchRow } from "./batch.ts";
import { idOf } from "./batch-source.ts";
import type { Ledger, SentBatch } from "./ledger.ts";

/** What was found in a database, held against what clients were told. Every number but the first four should be 0. */
export interface StoreReport {
  readonly submissions: number;
  readonly acknowledgedRows: number;
  readonly revisions: number;
  readonly auditEntries: number;
  /** Acknowledged batches that are not there. */
  readonly lost: number;
  /** Contents that are there more than once. */
  readonly doubled: number;
  /** Submissions whose revisions are not exactly what was sent, and revisions that belong to none. */
  readonly halfApplied: number;
  /** Receipts that say something else than the answer did, or whose seal is not right. */
  readonly wrongReceipts: number;
  /** Breaks of the audit chain, the commit numbers, the outbox. */
  readonly broken: number;
  /** In words, the first of each kind. */
  readonly findings: readonly string[];
}

const MOST_TOLD = 10;

/** Whether everything that was acknowledged is there exactly once and whole, and nothing else. */
export async function checkStore(store: ReadStore, ledger: Ledger): Promise<StoreReport> {
  return store.read(async (tx) => {
    const findings: string[] = ledger.complaints.slice(0, MOST_TOLD);
    const say = (what: string): void => {
      if (findings.length < 5 * MOST_TOLD) findings.push(what);
    };
    const submissions = await readSubmissions(tx);
    const lost = countLost(ledger, submissions, say);
    const doubled = countDoubled(submissions, say);
    const { wrong, revisions } = await countHalfApplied(tx, ledger, submissions, say);
    const wrongReceipts = await countWrongReceipts(tx, ledger, submissions, say);
    const { broken, auditEntries } = await countBroken(tx, submissions, say);
    const acknowledgedRows = ledger.promised.reduce((sum, key) => sum + (ledger.sent.get(key)?.rows.length ?? 0), 0);
    const counted = { lost, doubled, halfApplied: wrong, wrongReceipts, broken };
    return { submissions: submissions.length, acknowledgedRows, revisions, auditEntries, ...counted, findings };
  });
}

/** Everything that should be 0, added up. */
export function faultsOf({ lost, doubled, halfApplied, wrongReceipts, broken }: StoreReport): number {
  return lost + doubled + halfApplied + wrongReceipts + broken;
}

type Say = (what: string) => void;
type StoredSubmission = Awaited<ReturnType<typeof readSubmissions>>[number];

async function readSubmissions(tx: ReadTx) {
  const rows = await tx.db.select().from(tx.schema.submission);
  return rows.sort((a, b) => a.commitSeq - b.commitSeq);
}

function countLost(ledger: Ledger, submissions: readonly StoredSubmission[], say: Say): number {
  const keys = new Set(submissions.map(({ idempotencyKey }) => idempotencyKey));
  const lost = ledger.promised.filter((key) => !keys.has(key));
  for (const key of lost) say(`lost: ${key} was acknowledged and is not there`);
  return lost.length;
}

/** No two batches of these clients have the same content. */
function countDoubled(submissions: readonly StoredSubmission[], say: Say): number {
  const seen = new Set<string>();
  let doubled = 0;
  for (const { contentSha256, idempotencyKey } of submissions) {
    if (seen.has(contentSha256)) {
      doubled += 1;
      say(`doubled: the content of ${idempotencyKey} is there a second time`);
    }
    seen.add(contentSha256);
  }
  return doubled;
}

/** Every revision that was reported, by commit: its cell and what it says. */
async function readReported(tx: ReadTx): Promise<Map<number, Map<string, string>>> {
  const { series, observation, observationRevision } = tx.schema;
  const all = await tx.db.select().from(series);
  const reported = new Map(all.filter(({ origin }) => origin === "reported").map((it) => [it.id, it]));
  const byCommit = new Map<number, Map<string, string>>();
  for (const table of [observation, observationRevision]) {
    for (const row of await tx.db.select().from(table)) {
      const of = reported.get(row.seriesId);
      if (of === undefined) continue;
      const cell = idOf({ ...of, period: periodId({ type: of.periodType, ordinal: row.ordinal }) });
      const said = saidOf(row.valueText, row.status, row.note, row.retracted === 1, row.revision);
      const commit = byCommit.get(row.commitSeq) ?? new Map<string, string>();
      // A cell twice in one commit is wrong whatever it says.
      commit.set(cell, commit.has(cell) ? "twice" : said);
      byCommit.set(row.commitSeq, commit);
    }
  }
  return byCommit;
}

function saidOf(
  value: string | null,
  status: string | null,
  note: string | null,
  retracted: boolean,
  revision: number,
) {
  return JSON.stringify([value, status, note, retracted, revision]);
}

/** Replays what is stored in the order of commits and compares every revision with what the batch said. */
async function countHalfApplied(
  tx: ReadTx,
  ledger: Ledger,
  submissions: readonly StoredSubmission[],
  say: Say,
): Promise<{ wrong: number; revisions: number }> {
  const stored = await readReported(tx);
  const revisionOf = new Map<string, number>();
  let revisions = 0;
  let wrong = 0;
  for (const { idempotencyKey, commitSeq, received, rejected } of submissions) {
    const sent = ledger.sent.get(idempotencyKey);
    const found = stored.get(commitSeq) ?? new Map<string, string>();
    stored.delete(commitSeq);
    revisions += found.size;
    if (isWhole(sent, found, revisionOf) && received === sent?.received && rejected === received - sent.rows.length)
      continue;
    wrong += 1;
    say(`not as sent: ${idempotencyKey} (commit ${commitSeq}) has ${found.size} of ${sent?.rows.length ?? "no"} rows`);
  }
  for (const [commit, cells] of stored) say(`revisions of no submission: ${cells.size} in commit ${commit}`);
  return { wrong: wrong + stored.size, revisions };
}

function isWhole(
  sent: SentBatch | undefined,
  found: ReadonlyMap<string, string>,
  revisionOf: Map<string, number>,
): boolean {
  const rows: readonly BatchRow[] = sent?.rows ?? [];
  let whole = rows.length === found.size;
  for (const row of rows) {
    const id = idOf(row);
    const revision = (revisionOf.get(id) ?? 0) + 1;
    revisionOf.set(id, revision);
    const status = row.retract ? null : row.status;
    whole &&= found.get(id) === saidOf(row.value, status, row.note, row.retract, revision);
  }
  return whole;
}

async function countWrongReceipts(
  tx: ReadTx,
  ledger: Ledger,
  submissions: readonly StoredSubmission[],
  say: Say,
): Promise<number> {
  const { keys } = await publishedKeys(tx);
  let wrong = 0;
  for (const stored of submissions) {
    const text = Buffer.from(stored.responseBody).toString("utf8");
    const told = ledger.acknowledged.get(stored.idempotencyKey);
    const fault =
      told !== undefined && told !== text
        ? "says otherwise"
        : receiptFault(text, { stored, keys, asked: ledger.recovered.get(stored.idempotencyKey) });
    if (fault === null) continue;
    wrong += 1;
    say(`receipt of ${stored.idempotencyKey}: ${fault}`);
  }
  return wrong;
}

type PublishedKeys = Awaited<ReturnType<typeof publishedKeys>>["keys"];

function receiptFault(
  text: string,
  { stored, keys, asked }: { stored: StoredSubmission; keys: PublishedKeys; asked: string | undefined },
): string | null {
  const answer: unknown = JSON.parse(text);
  const receipt = typeof answer === "object" && answer !== null && "receipt" in answer ? answer.receipt : null;
  assertReceipt(receipt);
  const { counts, id, commitSeq, idempotencyKey, contentSha256, rowsRoot, feed } = receipt;
  for (const [name, said] of Object.entries({
    id,
    commitSeq,
    idempotencyKey,
    contentSha256,
    rowsRoot,
    feed,
    ...counts,
  })) {
    const held = Object.entries(stored).find(([column]) => column === name)?.[1];
    if (held !== said) return `${name} is ${String(held)} in storage and ${String(said)} in the receipt`;
  }
  if (asked !== undefined && asked !== JSON.stringify(receipt)) return "says otherwise when asked for";
  return verifyReceipt(receipt, keys).find(({ ok }) => !ok)?.text.en ?? null;
}

async function countBroken(
  tx: ReadTx,
  submissions: readonly StoredSubmission[],
  say: Say,
): Promise<{ broken: number; auditEntries: number }> {
  const faults: string[] = [];
  const audit = await verifyAuditChain(tx);
  if (!audit.whole) faults.push(`audit: entry ${audit.seq} is ${audit.fault}`);
  const { commitLog, commitCounter, outbox, submissionRow, auditEntry } = tx.schema;
  const commits = (await tx.db.select().from(commitLog)).sort((a, b) => a.seq - b.seq);
  for (const [at, { seq }] of commits.entries()) {
    if (seq !== at + 1) {
      faults.push(`commit ${at + 1} is missing`);
      break;
    }
  }
  const [counter] = await tx.db.select().from(commitCounter);
  if (counter?.seq !== commits.length) faults.push(`the counter stands at ${counter?.seq}, not ${commits.length}`);
  const told = new Map(
    (await tx.db.select().from(outbox)).map(({ commitSeq, payload }) => [commitSeq, JSON.stringify(payload)]),
  );
  const outcomes = Map.groupBy(await tx.db.select().from(submissionRow), ({ submission }) => submission);
  const audited = new Set(
    (await tx.db.select().from(auditEntry)).map(({ commitSeq, subject }) => `${commitSeq} ${subject}`),
  );
  for (const { id, commitSeq, created, revised, retracted, received, idempotencyKey } of submissions) {
    const news = told.get(commitSeq);
    if (created + revised + retracted > 0 && news === undefined) faults.push(`outbox: nothing of commit ${commitSeq}`);
    const letters = (outcomes.get(id) ?? []).reduce((sum, row) => sum + row.outcomes.length, 0);
    if (letters !== received) faults.push(`${idempotencyKey}: ${letters} outcomes of ${received} rows`);
    if (!audited.has(`${commitSeq} submission:${id}`)) faults.push(`audit: nothing of ${idempotencyKey}`);
  }
  for (const fault of faults.slice(0, MOST_TOLD)) say(fault);
  return { broken: faults.length, auditEntries: audited.size };
}
