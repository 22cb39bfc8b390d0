export { type ApiKey, findApiKey, insertApiKey, listApiKeys, revokeApiKey } from "./api-keys.ts";
export {
  addFeedScope,
  type Feed,
  feedByCode,
  listFeeds,
  lockFeed,
  ownersOf,
  type ScopeCell,
  saveFeeds,
  scopeOfFeed,
} from "./feeds.ts";
export { type Heartbeat, lastHeartbeat, recordHeartbeat } from "./heartbeats.ts";
