import { createHash } from "node:crypto";
import { canonicalJson } from "@bochiso/shared/json";

/** What is to be remembered for good: who did what to what. Never secrets, never values of restricted indicators. */
export interface AuditFact {
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A link of the chain. `details` is canonical JSON text, exactly as hashed. */
export interface AuditEntry {
  readonly seq: number;
  readonly commitSeq: number;
  readonly recordedAt: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly details: string;
  readonly prevHash: string;
  readonly hash: string;
}

/** The hash before the first entry. */
export const GENESIS_HASH = "0".repeat(64);

/** SHA-256 over the predecessor's hash and the canonical JSON of the entry without its hash. */
export function auditHash(entry: Omit<AuditEntry, "hash">): string {
  const { seq, commitSeq, recordedAt, actor, action, subject, details, prevHash } = entry;
  const content = canonicalJson({ seq, commitSeq, recordedAt, actor, action, subject, details });
  return createHash("sha256").update(prevHash).update("\n").update(content).digest("hex");
}
