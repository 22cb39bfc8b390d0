import { listSubmissions as readSubmissions, type SubmissionCursor } from "@bochiso/db/repositories/submissions";
import type { SubmissionListModel, SubmissionsInput } from "@bochiso/shared/feed";
import { feedUnknown } from "../../auth/create-key.ts";
import type { FeedDeps } from "./feed-deps.ts";
import { submissionLines } from "./submission-line.ts";

/** A page of a feed's submissions, newest first. Throws `feed-unknown`. */
export async function listSubmissions(
  { store, catalogue }: Pick<FeedDeps, "store" | "catalogue">,
  { feed, only, before, limit }: SubmissionsInput,
): Promise<SubmissionListModel> {
  return await store.read(async (tx) => {
    if (!(await catalogue.current(tx)).feeds.has(feed)) throw feedUnknown(feed);
    const records = await readSubmissions(tx, { feed, only, before: cursorOf(before ?? null), limit: limit + 1 });
    const page = records.slice(0, limit);
    const last = page.at(-1);
    const next = records.length > limit && last !== undefined ? `${last.receivedAt} ${last.id}` : null;
    return { submissions: await submissionLines(tx, page), next };
  });
}

/** A cursor that cannot be read begins anew. */
function cursorOf(text: string | null): SubmissionCursor | null {
  const [receivedAt, id] = (text ?? "").split(" ");
  return receivedAt !== undefined && id !== undefined && receivedAt !== "" ? { receivedAt, id } : null;
}
