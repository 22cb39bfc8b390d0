import { Receipt, ReceiptCounts, RowError } from "@bochiso/shared/submission";
import { z } from "zod";
import { sha256 } from "../digest/index.ts";
import type { SendOutcome, SendQuestion } from "./steward-source.ts";

const ADDRESS = "/api/v1/submissions";

const Faults = { errors: z.array(RowError).default([]), errorCount: z.number().default(0) };
const Checked = z.object({ dryRun: z.literal(true), counts: ReceiptCounts, derived: z.number(), ...Faults });
const Stored = z.object({ receipt: Receipt, ...Faults });
const RowsRefused = z.object({ code: z.literal("rows-refused"), ...Faults });
const Problem = z.object({ code: z.string(), detail: z.string(), detailVi: z.string() });

/** `POST /api/v1/submissions` by a person: the same door, checks and answers as for the source system. */
export async function sendSubmission(asked: SendQuestion): Promise<SendOutcome> {
  const answer = await fetch(`${ADDRESS}?${queryOf(asked)}`, {
    method: "POST",
    headers: await headersOf(asked),
    body: asked.body,
    credentials: "omit",
    cache: "no-store",
  });
  return outcomeOf(await answer.json(), answer.headers);
}

/** CSV and SDMX have no place for the envelope in their body. */
function queryOf({ dryRun, format, feed, sequence }: SendQuestion): URLSearchParams {
  const query = new URLSearchParams();
  if (dryRun) query.set("dryRun", "true");
  if (format === "application/json" || format === "application/x-ndjson") return query;
  query.set("feed", feed);
  if (sequence !== null) query.set("sequence", String(sequence));
  return query;
}

async function headersOf({ key, idempotencyKey, format, body, lenient }: SendQuestion): Promise<Headers> {
  const headers = new Headers({
    Authorization: `Bearer ${key.trim()}`,
    "Idempotency-Key": idempotencyKey,
    "Content-Type": format,
    Prefer: `handling=${lenient ? "lenient" : "strict"}`,
  });
  const digest = await sha256(body);
  if (digest !== null) headers.set("Content-Digest", `sha-256=:${btoa(String.fromCharCode(...digest))}:`);
  return headers;
}

function outcomeOf(body: unknown, headers: Headers): SendOutcome {
  const checked = Checked.safeParse(body);
  if (checked.success) return { kind: "checked", ...checked.data };
  const stored = Stored.safeParse(body);
  if (stored.success) {
    return { kind: "stored", ...stored.data, replayed: headers.get("Idempotent-Replayed") === "true" };
  }
  const refused = RowsRefused.safeParse(body);
  if (refused.success) return { kind: "rows-refused", ...refused.data };
  const { code, detail, detailVi } = Problem.parse(body);
  return { kind: "refused", code, text: { vi: detailVi, en: detail }, retryAfter: headers.get("Retry-After") };
}
