import type { Text } from "../text/text.ts";

/** Facts that make an error actionable: what, where, what was expected. Never secrets. */
export type ErrorFacts = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * An error of the domain: a stable kebab-case code, facts, and a message in both languages.
 * Edges map it once (HTTP problem, tRPC error); nothing below an edge formats it.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly facts: ErrorFacts;
  readonly text: Text;

  constructor(code: string, facts: ErrorFacts, text: Text) {
    super(`${code}: ${text.en}`);
    this.name = "DomainError";
    this.code = code;
    this.facts = facts;
    this.text = text;
  }
}
