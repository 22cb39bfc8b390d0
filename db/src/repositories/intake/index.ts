export { addPeriodLock, findPeriodLock, liftPeriodLock, listPeriodLocks, type PeriodLock } from "./period-locks.ts";
export { addSignatureKey, revokeSignatureKey, type SignatureKey, signatureKeysOf } from "./signature-keys.ts";
