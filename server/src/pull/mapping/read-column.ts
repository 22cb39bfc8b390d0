import type { PullColumn } from "@bochiso/shared/pull";
import { compoundField, missingField, type Reading, unmapped } from "./field-fault.ts";
import type { SourceRecord } from "./source-record.ts";

const ABSENT: Reading = { kind: "absent" };

/** The text of a column in a record, translated by its table where it has one. */
export function readColumn({ constant, field, codes, optional }: PullColumn, record: SourceRecord): Reading {
  if (constant !== undefined) return { kind: "text", text: constant };
  if (field === undefined) return ABSENT;
  const content = record.field(field);
  if (content.kind === "compound") return compoundField(field);
  if (content.kind === "empty") return optional ? ABSENT : missingField(field);
  if (codes === undefined) return { kind: "text", text: content.text };
  const ours = Object.hasOwn(codes, content.text) ? codes[content.text] : undefined;
  if (ours === undefined) return unmapped("code-unmapped", { field, got: content.text, known: Object.keys(codes) });
  return ours === null ? { kind: "left-out" } : { kind: "text", text: ours };
}
