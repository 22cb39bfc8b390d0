import type { ApiKey } from "@bochiso/db/repositories/feeds";

/** Whether a key works at a moment (ISO instant), apart from where it is used from. */
export function keyState(key: Pick<ApiKey, "expiresAt" | "revokedAt">, at: string): "live" | "expired" | "revoked" {
  if (key.revokedAt !== null) return "revoked";
  return key.expiresAt !== null && Date.parse(key.expiresAt) <= Date.parse(at) ? "expired" : "live";
}
