export { appendAudit } from "./append-audit.ts";
export type { AuditEntry, AuditFact } from "./audit-entry.ts";
export { type AuditVerdict, listAudit, verifyAuditChain } from "./read-audit.ts";
