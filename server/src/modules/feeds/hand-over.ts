import type { HandOver, HandOverInput } from "@bochiso/shared/feed";
import type { FeedDeps } from "./feed-deps.ts";
import { personActor } from "./key-actions.ts";

export async function handOver({ writer, clock }: FeedDeps, { by, ...asked }: HandOverInput): Promise<HandOver[]> {
  const input = { ...asked, now: clock.now().toISOString(), actor: personActor(by) };
  return await writer.execute({ name: "hand-over-scope", input });
}
