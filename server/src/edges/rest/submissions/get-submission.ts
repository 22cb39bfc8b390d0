import { type HeldSubmission, heldRows, heldSubmission } from "@bochiso/db/repositories/feeds";
import {
  readSubmissionRows,
  type SubmissionRecord,
  submissionById,
  submissionByIdempotencyKey,
} from "@bochiso/db/repositories/submissions";
import type { ReadTx } from "@bochiso/db/store";
import { DomainError } from "@bochiso/shared/errors";
import type { RequestHandler } from "express";
import { type HeldRow, readHeldRow } from "../../../feeds/held-row.ts";
import type { Services } from "../../../services.ts";
import { authenticate, requireFeed, type Subject } from "../authenticate.ts";
import { malformedParameter, QueryParameters } from "../query-parameters.ts";

/** `GET /api/v1/submissions/{id}`: the receipt again, with what became of each row. */
export function getSubmission(services: Services): RequestHandler {
  return async (request, response) => {
    const subject = await authenticate(request, services);
    new QueryParameters(request, []);
    const id = String(request.params["id"]);
    const found = await services.store.read(async (tx) =>
      describe(tx, ownOnly(await submissionById(tx, id), subject), subject),
    );
    response.setHeader("Cache-Control", "no-store").json(found);
  };
}

/** `GET /api/v1/submissions?idempotencyKey=`: for a sender that lost the answer and wants to know without sending again. */
export function findSubmission(services: Services): RequestHandler {
  return async (request, response) => {
    const subject = await authenticate(request, services);
    const { feed } = requireFeed(subject);
    const key = new QueryParameters(request, ["idempotencyKey"]).one("idempotencyKey");
    if (key === null)
      throw malformedParameter("idempotencyKey", "", {
        vi: "khóa Idempotency-Key của một lượt gửi trước",
        en: "the Idempotency-Key of an earlier submission",
      });
    const found = await services.store.read(async (tx) =>
      describe(tx, ownOnly(await submissionByIdempotencyKey(tx, feed, key), subject), subject),
    );
    response.setHeader("Cache-Control", "no-store").json(found);
  };
}

/** Another feed's submission is as unknown as one that does not exist. */
function ownOnly(stored: SubmissionRecord | null, subject: Subject): SubmissionRecord {
  if (stored !== null && (subject.kind === "reader" || subject.feed === stored.feed)) return stored;
  throw new DomainError("not-found", {}, { vi: "Không có lượt gửi này.", en: "There is no such submission." });
}

async function describe(tx: ReadTx, stored: SubmissionRecord, subject: Subject): Promise<object> {
  const answer: unknown = JSON.parse(Buffer.from(stored.responseBody).toString("utf8"));
  const { outcomes } = await readSubmissionRows(tx, stored.id);
  const { publisher, document, sentAt } = stored;
  const hold = await heldSubmission(tx, stored.id);
  const held = await heldContent(tx, hold, subject);
  return {
    ...(typeof answer === "object" ? answer : {}),
    source: { publisher, document },
    sentAt,
    approval: hold === null ? null : approvalJson(hold),
    rows: outcomes.map((outcome, row) => {
      const observation = held.get(row);
      return observation === undefined ? { row, outcome } : { row, outcome, observation };
    }),
  };
}

function approvalJson({ state, decidedAt, decidedBy, note, decisionSeq, counts }: HeldSubmission): object {
  const commitSeq = state === "approved" ? decisionSeq : null;
  return { state, at: decidedAt, by: decidedBy, note, commitSeq, counts };
}

/** Values that wait for sign-off, or were returned: their own feed may read them, nobody else. */
async function heldContent(
  tx: ReadTx,
  hold: HeldSubmission | null,
  subject: Subject,
): Promise<ReadonlyMap<number, Omit<HeldRow, "row" | "kept">>> {
  if (hold === null || hold.state === "approved" || subject.kind !== "feed") return new Map();
  const rows = (await heldRows(tx, hold.submission)).map(readHeldRow);
  return new Map(
    rows.map((held) => {
      const { row, kept: _kept, ...observation } = held;
      return [row, observation];
    }),
  );
}
