import type { RuleErrors } from "@bochiso/shared/feed";
import type { RowError } from "@bochiso/shared/submission";
import type { SentFormat } from "../../../../lib/source/index.ts";

/** The formats in the order they are offered. */
export const SENT_FORMATS = [
  "application/json",
  "application/x-ndjson",
  "text/csv",
  "application/vnd.sdmx.data+csv;version=2.0.0",
  "application/vnd.sdmx.data+csv;version=1.0.0",
] as const satisfies readonly SentFormat[];

const BY_NAME: Readonly<Record<string, SentFormat>> = {
  json: "application/json",
  ndjson: "application/x-ndjson",
  jsonl: "application/x-ndjson",
  csv: "text/csv",
};

/** The format a body seems to have, by its first line and the ending of its name; a person may say otherwise. */
export function guessFormat(start: string, name = ""): SentFormat {
  const [first = ""] = start
    .replace(/^\uFEFF/, "")
    .trimStart()
    .split(/\r?\n/, 1);
  if (/^"?STRUCTURE[",;]/i.test(first)) return "application/vnd.sdmx.data+csv;version=2.0.0";
  if (/^"?DATAFLOW[",;]/i.test(first)) return "application/vnd.sdmx.data+csv;version=1.0.0";
  const named = BY_NAME[name.toLowerCase().split(".").at(-1) ?? ""];
  if (named !== undefined) return named;
  if (!first.startsWith("{")) return "text/csv";
  return isWhole(first) && start.trim().includes("\n") ? "application/x-ndjson" : "application/json";
}

/** Whether a line is a JSON text of its own. */
function isWhole(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** Lower-case hexadecimal, as receipts write a hash. */
export function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Errors by rule, the most frequent first. */
export function errorsByRule(errors: readonly RowError[]): RuleErrors[] {
  return [...Map.groupBy(errors, ({ code }) => code)]
    .map(([code, own]) => ({ code, count: own.length, examples: own.slice(0, 50) }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}
