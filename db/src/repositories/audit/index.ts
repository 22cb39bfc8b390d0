export { appendAudit } from "./append-audit.ts";
export { type AuditEntry, type AuditFact, auditHash } from "./audit-entry.ts";
export { type AuditVerdict, listAudit, verifyAuditChain } from "./read-audit.ts";
