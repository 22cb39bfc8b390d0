export { scopeLink } from "./scope-link.ts";
export { useScope } from "./use-scope.ts";
