import { GOVERNMENT_SCOPE, type ScopeId, scopeIdOf } from "@bochiso/shared/screen";

/** The Government's scope, where every visit starts. */
export const GOVERNMENT = GOVERNMENT_SCOPE;

/** The path of a scope's overview is its id: `/cp`, `/bo/moh`, `/tinh/01`. */
export function scopePath(scope: ScopeId): string {
  return `/${scope}`;
}

/** The scope a path stands for, or null when the path is not an overview. */
export function scopeOfPath(path: string): ScopeId | null {
  return scopeIdOf(decodeURIComponent(path.slice(1)).replace(/\/$/, ""));
}
