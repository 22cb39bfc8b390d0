import { readSubmissionRows, submissionById } from "@bochiso/db/repositories/submissions";
import type { SubmissionInput } from "@bochiso/shared/feed";
import type { RowError } from "@bochiso/shared/submission";
import type { FeedDeps } from "./feed-deps.ts";
import { submissionUnknown } from "./get-submission.ts";

/** Every fault that is kept of a submission, in the order of its rows; what the rows held besides is not kept. Throws `submission-unknown`. */
export async function getRowErrors(
  { store }: Pick<FeedDeps, "store">,
  { id }: Pick<SubmissionInput, "id">,
): Promise<readonly RowError[]> {
  return await store.read(async (tx) => {
    if ((await submissionById(tx, id)) === null) throw submissionUnknown(id);
    return (await readSubmissionRows(tx, id)).errors;
  });
}
