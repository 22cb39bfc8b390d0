import { DomainError, type ErrorFacts } from "@bochiso/shared/errors";
import type { Text } from "@bochiso/shared/text";

/** An error as it crosses between threads, where classes are lost. */
export type WireError =
  | {
      readonly kind: "domain";
      readonly code: string;
      readonly facts: ErrorFacts;
      readonly text: Text;
      readonly stack?: string | undefined;
    }
  | { readonly kind: "other"; readonly name: string; readonly message: string; readonly stack?: string | undefined };

export function toWire(error: unknown): WireError {
  if (error instanceof DomainError) {
    return { kind: "domain", code: error.code, facts: error.facts, text: error.text, stack: error.stack };
  }
  if (error instanceof Error) {
    return { kind: "other", name: error.name, message: error.message, stack: withCause(error) };
  }
  return { kind: "other", name: "Error", message: String(error) };
}

export function fromWire(wire: WireError): Error {
  const error = wire.kind === "domain" ? new DomainError(wire.code, wire.facts, wire.text) : new Error(wire.message);
  if (wire.kind === "other") error.name = wire.name;
  // Where it happened in the other thread says more than where it arrived.
  if (wire.stack !== undefined) error.stack = wire.stack;
  return error;
}

function withCause(error: Error): string | undefined {
  return error.cause instanceof Error ? `${error.stack}\ncaused by ${error.cause.stack}` : error.stack;
}
