import { ScopeId } from "@bochiso/shared/screen";

/** The Government's scope, where every visit starts. */
export const GOVERNMENT = ScopeId.parse("cp");

/** The path of a scope's overview is its id: `/cp`, `/bo/moh`, `/tinh/01`. */
export function scopePath(scope: ScopeId): string {
  return `/${scope}`;
}

/** The scope a path stands for, or null when the path is not an overview. */
export function scopeOfPath(path: string): ScopeId | null {
  return ScopeId.safeParse(decodeURIComponent(path.slice(1)).replace(/\/$/, "")).data ?? null;
}
