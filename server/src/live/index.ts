export { followChanges } from "./follow-changes.ts";
export { createLiveBus, type LiveBus } from "./live-bus.ts";
export { createOutboxReader, type OutboxReader } from "./outbox-reader.ts";
