export { Approver } from "./approver.ts";
export { Deadline, FeedContract } from "./contract.ts";
export { SINCE_EVER } from "./since-ever.ts";
