import type { FeedKey } from "@bochiso/shared/feed";

/** What is being done with the keys of the feed. */
export type KeyAct = { kind: "make" } | { kind: "rotate" | "revoke"; key: FeedKey } | { kind: "made"; secret: string };
