import { defineStatement } from "../../statement/index.ts";
import type { Commit, WriteTx } from "../../unit-of-work.ts";
import type { NewObservation } from "./observation.ts";
import { CONTENT_PARAMETERS, CONTENT_SQL } from "./observation-columns.ts";

const ROW = ["series_id", "ordinal", "revision", "commit_seq", ...CONTENT_SQL];

const supersede = defineStatement<never>()(
  "supersede_observation",
  { seriesId: "bigint", ordinal: "int", commitSeq: "bigint" },
  `INSERT INTO observation_revision (${ROW.join(", ")}, superseded_seq)
   SELECT ${ROW.map((column) => `o.${column}`).join(", ")}, v."commitSeq"
   FROM {rows} JOIN observation o ON o.series_id = v."seriesId" AND o.ordinal = v."ordinal"`,
);

const putCurrent = defineStatement<never>()(
  "put_observation",
  {
    seriesId: "bigint",
    ordinal: "int",
    commitSeq: "bigint",
    value: "real",
    valueText: "text",
    status: "text",
    missingReason: "text",
    errorCode: "text",
    retracted: "int",
    note: "text",
    windowStart: "text",
    windowEnd: "text",
    baseYear: "int",
    coverageHave: "int",
    coverageOf: "int",
    flags: "text",
  },
  `INSERT INTO observation (${ROW.join(", ")})
   SELECT v."seriesId", v."ordinal", 1, v."commitSeq", ${CONTENT_PARAMETERS.join(", ")} FROM {rows} WHERE true
   ON CONFLICT (series_id, ordinal) DO UPDATE SET revision = observation.revision + 1, commit_seq = excluded.commit_seq,
   ${CONTENT_SQL.map((column) => `${column} = excluded.${column}`).join(", ")}`,
);

/**
 * Appends a revision per row under `commit`: a current value is kept as superseded, the new one
 * becomes current with the next revision number. A cell may appear once per call. On PostgreSQL the
 * series are locked; lock them before `nextCommit` to spare other writers a wait.
 */
export async function appendObservations(tx: WriteTx, commit: Commit, rows: readonly NewObservation[]): Promise<void> {
  refuseRepeatedCells(rows);
  await tx.locks.series(rows.map((row) => row.seriesId));
  const commitSeq = commit.seq;
  await tx.statements.run(supersede, rows.map(({ seriesId, ordinal }) => ({ seriesId, ordinal, commitSeq })));
  await tx.statements.run(putCurrent, rows.map((row) => currentRow(row, commitSeq)));
}

function currentRow(row: NewObservation, commitSeq: number) {
  return {
    seriesId: row.seriesId,
    ordinal: row.ordinal,
    commitSeq,
    value: row.value ?? null,
    valueText: row.valueText ?? null,
    status: row.status ?? null,
    missingReason: row.missingReason ?? null,
    errorCode: row.errorCode ?? null,
    retracted: row.retracted ?? 0,
    note: row.note ?? null,
    windowStart: row.windowStart ?? null,
    windowEnd: row.windowEnd ?? null,
    baseYear: row.baseYear ?? null,
    coverageHave: row.coverageHave ?? null,
    coverageOf: row.coverageOf ?? null,
    flags: row.flags ?? null,
  };
}

/** Room for every ordinal of a period type, hours included, on both sides of 1970. */
const ORDINALS = 2 ** 23;

function refuseRepeatedCells(rows: readonly NewObservation[]): void {
  const seen = new Set<number>();
  for (const { seriesId, ordinal } of rows) seen.add(seriesId * ORDINALS + ordinal + ORDINALS / 2);
  if (seen.size !== rows.length) throw new Error("A cell appears twice in one append");
}
