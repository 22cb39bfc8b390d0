export {
  addToOutbox,
  type OutboxCursor,
  type OutboxEntry,
  type OutboxEvent,
  readOutbox,
  trimOutbox,
} from "./outbox.ts";
