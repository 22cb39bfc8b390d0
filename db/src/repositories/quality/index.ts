export { flagsOfCommit } from "./flags-of-commit.ts";
export { type FlagStep, putQualityFlags } from "./put-flags.ts";
export { appendQualityRules, listAuthoredRules, listQualityRules } from "./quality-rules.ts";
export {
  countFlags,
  eventsOfFlag,
  type FlagCount,
  type FlagFilter,
  type FlagStateAt,
  flagStatesAsOf,
  flagsByIds,
  flagsInRanges,
  indicatorsWithFlags,
  listFlags,
} from "./read-flags.ts";
export { type FirstReceipt, readFirstReceipts, readNumbers, type StoredNumber } from "./read-numbers.ts";
export {
  contentOfFlag,
  type FlagContent,
  type FlagKey,
  type FlagRange,
  flagKeyText,
  type StoredFlag,
  type StoredFlagEvent,
} from "./stored-flag.ts";
