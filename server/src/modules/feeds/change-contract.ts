import type { ChangeContractInput, FeedContract } from "@bochiso/shared/feed";
import type { FeedDeps } from "./feed-deps.ts";
import { personActor } from "./key-actions.ts";

export async function changeContract(
  { writer, clock }: FeedDeps,
  { by, ...asked }: ChangeContractInput,
): Promise<FeedContract> {
  const input = { ...asked, at: clock.now().toISOString(), actor: personActor(by) };
  return await writer.execute({ name: "change-feed-contract", input });
}
