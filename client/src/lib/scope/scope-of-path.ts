import { type ScopeId, scopeIdOf } from "@bochiso/shared/screen";

/** The scope whose overview has this path (`/cp`, `/bo/moh`, `/tinh/01`), or null when the path is no overview. */
export function scopeOfPath(path: string): ScopeId | null {
  return scopeIdOf(decodeURIComponent(path.slice(1)).replace(/\/$/, ""));
}
