import type { ScopeId } from "@bochiso/shared/screen";

/** Link target of a scope's overview, as the router wants it. */
export function scopeLink(scope: ScopeId) {
  const slash = scope.indexOf("/");
  const code = scope.slice(slash + 1);
  if (slash < 0) return { to: "/cp" } as const;
  return scope.startsWith("bo/")
    ? ({ to: "/bo/$code", params: { code } } as const)
    : ({ to: "/tinh/$code", params: { code } } as const);
}
