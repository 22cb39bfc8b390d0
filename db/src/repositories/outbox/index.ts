export {
  addToOutbox,
  OUTBOX_PAGE,
  type OutboxCursor,
  type OutboxEntry,
  type OutboxEvent,
  readOutbox,
  trimOutbox,
} from "./outbox.ts";
