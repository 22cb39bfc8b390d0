import { listAudit } from "@bochiso/db/repositories/audit";
import { findApiKey } from "@bochiso/db/repositories/feeds";
import type { SubmissionRecord } from "@bochiso/db/repositories/submissions";
import type { ReadTx } from "@bochiso/db/store";
import type { Approver } from "@bochiso/shared/feed";
import { approverIsSender } from "./decision-errors.ts";
import { namesPerson } from "./names-person.ts";

/**
 * Four eyes as far as can be known: the name of who approves is not that of who answers for the key, nor of who sent by
 * hand. Throws `approver-is-sender`.
 */
export async function checkApprover(
  tx: ReadTx,
  { id, keyId }: Pick<SubmissionRecord, "id" | "keyId">,
  { name }: Approver,
): Promise<void> {
  const key = keyId === null ? null : await findApiKey(tx, keyId);
  const sent = await listAudit(tx, { afterSeq: 0, limit: 10, subject: `submission:${id}` });
  const people = [
    key?.holder,
    key?.label,
    ...sent.filter(({ action }) => action === "submission.accepted").map(({ actor }) => actor),
  ];
  if (people.some((person) => person !== undefined && namesPerson(person, name))) throw approverIsSender(name);
}
