export { scopeLink } from "./scope-link.ts";
export { GOVERNMENT, scopeOfPath, scopePath } from "./scope-path.ts";
export { useScope } from "./use-scope.ts";
