import type { Text } from "@bochiso/shared/text";
import type { ProblemCode } from "../rest/problems.ts";

/** A JSON Schema (2020-12), as OpenAPI 3.1 takes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A header or parameter of the query or the address. */
export interface Parameter {
  readonly name: string;
  readonly in: "query" | "path" | "header";
  readonly required?: boolean;
  readonly text: Text;
  readonly schema: JsonSchema;
  readonly example?: unknown;
  /** Given more than once it means several values. */
  readonly repeats?: boolean;
  /** The names of the object's members stand in the query themselves. */
  readonly spreads?: boolean;
}

/** What stands in a body: a named schema, or a text with its form told in words. */
export interface Content {
  readonly schema: JsonSchema;
  readonly example?: unknown;
  /** Names of the columns of a CSV answer, in order. */
  readonly columns?: readonly string[];
}
export type Contents = Readonly<Record<string, Content>>;

/** A header of an answer. */
export interface AnswerHeader {
  readonly text: Text;
  readonly required?: boolean;
}

/** An answer that is no problem, or a problem with a schema of its own. */
export interface Answer {
  readonly text: Text;
  readonly headers?: Readonly<Record<string, AnswerHeader>>;
  readonly content?: Contents;
}

export type Tag = "submissions" | "observations" | "feeds" | "catalogue" | "service";

/** One method of one address, as the document describes it. */
export interface Operation {
  readonly id: string;
  readonly method: "get" | "post";
  readonly path: string;
  readonly tag: Tag;
  readonly summary: Text;
  readonly description: string;
  /** Whose key it takes. */
  readonly key: "none" | "any" | "feed";
  readonly parameters?: readonly Parameter[];
  readonly body?: { readonly required: boolean; readonly text: Text; readonly content: Contents };
  readonly answers: Readonly<Record<string, Answer>>;
  /** Beside those that every operation of its kind may answer. */
  readonly problems: readonly ProblemCode[];
}

/** A reference to a named schema. */
export function named(id: string): JsonSchema {
  return { $ref: `#/components/schemas/${id}` };
}
