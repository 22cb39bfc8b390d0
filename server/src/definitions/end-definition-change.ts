import { appendAudit } from "@bochiso/db/repositories/audit";
import { lockCommits } from "@bochiso/db/repositories/commits";
import { type DefinitionChange, definitionChangeById, endChange } from "@bochiso/db/repositories/definition-changes";
import { addToOutbox } from "@bochiso/db/repositories/outbox";
import type { WriteTx } from "@bochiso/db/store";
import { DomainError } from "@bochiso/shared/errors";
import type { DefinitionDeps } from "./stage-definition-change.ts";

/** A change to cancel, and why. */
export interface CancelInput {
  readonly id: string;
  readonly reason: string;
  readonly actor: string;
}

/** Cancels a change that is not in force yet. Throws `definition-change-unknown`, `definition-change-ended`. */
export async function cancelDefinitionChange(
  { store, clock }: DefinitionDeps,
  { id, reason, actor }: CancelInput,
): Promise<{ cancelled: string }> {
  return store.write(async (tx) => {
    await lockCommits(tx);
    const change = await definitionChangeById(tx, id);
    if (change === null) throw unknown(id);
    if (change.state !== "computing" && change.state !== "ready") throw ended(change);
    const at = clock.now().toISOString();
    await endUnused(tx, { id, at, actor, state: "cancelled", reason: { text: reason } });
    return { cancelled: id };
  });
}

/** Ends a change that never came into force. */
export async function endUnused(
  tx: WriteTx,
  end: {
    id: string;
    at: string;
    actor: string;
    state: "cancelled" | "failed";
    reason: NonNullable<DefinitionChange["reason"]>;
  },
): Promise<void> {
  const { id, at, actor, state, reason } = end;
  const commit = await tx.nextCommit(at);
  await endChange(tx, commit, id, { state, reason });
  await appendAudit(tx, commit, [
    { actor, action: `definition-change.${state}`, subject: `definition-change:${id}`, details: { reason } },
  ]);
  await addToOutbox(tx, commit, [{ topic: "definition-change", payload: { change: id, state } }]);
}

function unknown(id: string): DomainError {
  const text = { vi: `Không có thay đổi định nghĩa "${id}".`, en: `There is no change of definitions "${id}".` };
  return new DomainError("definition-change-unknown", { id }, text);
}

function ended({ id, state }: DefinitionChange): DomainError {
  const text = {
    vi: `Thay đổi định nghĩa "${id}" đã kết thúc (${state}), không hủy được.`,
    en: `The change of definitions "${id}" has ended (${state}) and cannot be cancelled.`,
  };
  return new DomainError("definition-change-ended", { id, state }, text);
}
