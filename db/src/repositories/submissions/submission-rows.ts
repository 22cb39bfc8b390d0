import type { RowError } from "@bochiso/shared/submission";
import { asc, eq } from "drizzle-orm";
import { defineStatement } from "../../statement/index.ts";
import type { ReadTx, WriteTx } from "../../unit-of-work.ts";

/** What became of a row, and the letter that stands for it in storage. */
export const ROW_OUTCOMES = {
  created: "C",
  revised: "R",
  unchanged: "U",
  retracted: "T",
  rejected: "X",
} as const;
export type RowOutcome = keyof typeof ROW_OUTCOMES;

const OUTCOME_OF_LETTER = new Map<string, RowOutcome>(
  (["created", "revised", "unchanged", "retracted", "rejected"] as const).map((name) => [ROW_OUTCOMES[name], name]),
);
const ROWS_PER_BLOCK = 4_000;

const insertBlock = defineStatement<never>()(
  "insert_submission_row",
  { submission: "text", firstRow: "int", outcomes: "text", errors: "text" },
  `INSERT INTO submission_row (submission, first_row, outcomes, errors)
   SELECT v.submission, v."firstRow", v.outcomes, v.errors FROM {rows}`,
);

/** Stores what became of each row, in the order of the rows, with the errors of the rejected ones. */
export async function insertSubmissionRows(
  tx: WriteTx,
  submission: string,
  outcomes: readonly RowOutcome[],
  errors: readonly RowError[] = [],
): Promise<void> {
  const errorsOf = Map.groupBy(errors, (error) => Math.floor(error.row / ROWS_PER_BLOCK));
  const blocks: { submission: string; firstRow: number; outcomes: string; errors: string | null }[] = [];
  for (let firstRow = 0; firstRow < outcomes.length; firstRow += ROWS_PER_BLOCK) {
    const letters = outcomes.slice(firstRow, firstRow + ROWS_PER_BLOCK).map((outcome) => ROW_OUTCOMES[outcome]);
    const own = errorsOf.get(firstRow / ROWS_PER_BLOCK);
    blocks.push({
      submission,
      firstRow,
      outcomes: letters.join(""),
      errors: own === undefined ? null : JSON.stringify(own),
    });
  }
  await tx.statements.run(insertBlock, blocks);
}

export interface SubmissionRows {
  readonly outcomes: readonly RowOutcome[];
  readonly errors: readonly RowError[];
}

/** What became of each row of a submission, in the order of the rows. */
export async function readSubmissionRows(tx: ReadTx, submission: string): Promise<SubmissionRows> {
  const { submissionRow } = tx.schema;
  const blocks = await tx.db
    .select()
    .from(submissionRow)
    .where(eq(submissionRow.submission, submission))
    .orderBy(asc(submissionRow.firstRow));
  return {
    outcomes: blocks.flatMap((block) => Array.from(block.outcomes, outcomeOf)),
    errors: blocks.flatMap((block) => block.errors ?? []),
  };
}

function outcomeOf(letter: string): RowOutcome {
  const outcome = OUTCOME_OF_LETTER.get(letter);
  if (!outcome) throw new Error(`Unknown row outcome "${letter}" in storage`);
  return outcome;
}
