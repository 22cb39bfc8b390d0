export { DomainError, type ErrorFacts } from "./domain-error.ts";
