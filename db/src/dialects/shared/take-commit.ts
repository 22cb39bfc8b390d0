import { defineStatement, type StatementRunner } from "../../statement/index.ts";
import type { Commit } from "../../unit-of-work.ts";

const advanceCounter = defineStatement<Commit>()(
  "advance_counter",
  { at: "text" },
  `UPDATE commit_counter SET seq = seq + 1, recorded_at = CASE WHEN recorded_at > v.at THEN recorded_at ELSE v.at END
   FROM {rows} WHERE id = 1 RETURNING seq AS "seq", recorded_at AS "recordedAt"`,
);
const insertCommit = defineStatement<never>()(
  "insert_commit",
  { seq: "bigint", at: "text" },
  "INSERT INTO commit_log (seq, recorded_at) SELECT v.seq, v.at FROM {rows}",
);

/** The commit of one unit of work: taken at the first call, the same at every later one. */
export function createCommitTaker(statements: StatementRunner) {
  let taken: Promise<Commit> | undefined;
  let commit: Commit | undefined;
  async function take(recordedAt: string): Promise<Commit> {
    const at = new Date(recordedAt).toISOString();
    const [next] = await statements.all(advanceCounter, [{ at }]);
    if (!next) throw new Error("commit_counter has no row: the migrations were not applied");
    await statements.run(insertCommit, [{ seq: next.seq, at: next.recordedAt }]);
    commit = next;
    return next;
  }
  return {
    nextCommit: (recordedAt: string): Promise<Commit> => {
      taken ??= take(recordedAt);
      return taken;
    },
    taken: () => commit,
  };
}
