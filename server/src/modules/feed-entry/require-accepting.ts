import { DomainError } from "@bochiso/shared/errors";
import { feedUnknown } from "../../auth/create-key.ts";
import type { EntryDeps } from "./entry-deps.ts";

/** Throws `feed-unknown`, or `feed-not-accepting` for one that a steward stopped or the installation bars. */
export async function requireAccepting(
  { store, catalogue: cache }: Pick<EntryDeps, "store" | "catalogue">,
  code: string,
): Promise<void> {
  const feed = await store.read(async (tx) => (await cache.current(tx)).feeds.get(code));
  if (feed === undefined) throw feedUnknown(code);
  if (feed.active && !feed.barred) return;
  throw new DomainError(
    "feed-not-accepting",
    { feed: code },
    {
      vi: `Kênh "${code}" đang tạm dừng tiếp nhận; chưa lưu giá trị nào.`,
      en: `The feed "${code}" takes nothing at present; no value was stored.`,
    },
  );
}
