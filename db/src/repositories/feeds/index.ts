export {
  type ApiKey,
  findApiKey,
  insertApiKey,
  listApiKeys,
  type NewApiKey,
  noteKeyUses,
  revokeApiKey,
  setKeyExpiry,
  setSuccessor,
} from "./api-keys.ts";
export { addDeliveries, type Delivery, type EverDelivered, everDelivered, listDeliveries } from "./deliveries.ts";
export {
  addFeedScope,
  addUnownedScope,
  handOverScope,
  listOwnership,
  moveFirstOwners,
  ownersOf,
  type ScopeCell,
  type ScopeHandOver,
  scopeOfFeed,
} from "./feed-scope.ts";
export {
  barSimulatedFeeds,
  type Feed,
  feedByCode,
  listFeeds,
  lockFeed,
  type NewFeed,
  saveContract,
  saveFeeds,
} from "./feeds.ts";
export { type Heartbeat, lastHeartbeat, listHeartbeats, recordHeartbeat } from "./heartbeats.ts";
export {
  decideHeld,
  type HeldSubmission,
  heldAmong,
  heldRows,
  heldSubmission,
  insertHeld,
  noteAnswer,
  openReturnCounts,
  openReturns,
  type PendingDeliveries,
  pendingDeliveries,
  pendingSince,
  releaseHeldRows,
} from "./held-submissions.ts";
export { noteSentAnew, owedValues } from "./owed-values.ts";
export {
  listRefusals,
  noteRefusals,
  purgeRefusals,
  type Refusal,
  recentRefusals,
  refusalCounts,
  type StoredRefusal,
} from "./refusals.ts";
