export { type FollowDeps, followChanges } from "./follow-changes.ts";
export { createLiveBus, type LiveBus } from "./live-bus.ts";
export { createOutboxReader, type OutboxReader, type OutboxReaderDeps } from "./outbox-reader.ts";
