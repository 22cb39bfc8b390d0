import { GOVERNMENT_SCOPE, type ScopeId, scopeIdOf } from "@bochiso/shared/screen";
import { useLocation } from "@tanstack/react-router";
import { scopeOfPath } from "./scope-of-path.ts";

/** The scope the screen stands in: the overview's path, else `dv`, else the Government. */
export function useScope(): ScopeId {
  const id = useLocation({
    select: (location) => scopeOfPath(location.pathname) ?? ("dv" in location.search ? String(location.search.dv) : ""),
  });
  return scopeIdOf(id) ?? GOVERNMENT_SCOPE;
}
