import { createHash } from "node:crypto";
import { DomainError } from "@bochiso/shared/errors";
import type { Request, RequestHandler, Response } from "express";
import { LIMITS } from "../../../ingestion/limits.ts";
import type { Services } from "../../../services.ts";
import type { IngestInput, IngestOutput } from "../../../writer/commands.ts";
import { authenticate, requireFeed } from "../authenticate.ts";
import { notSupported } from "../not-supported.ts";
import { rowsRefusedBody } from "../problem-body.ts";
import { QueryParameters } from "../query-parameters.ts";
import { requestId } from "../request-id.ts";
import { sendProblemBody } from "../send-problem.ts";
import { createAdmission } from "./admission.ts";
import { mediaTypeOf } from "./media-type.ts";
import { announcedBytes, readBody } from "./read-body.ts";

/** Submissions below this many bytes go ahead of bulk ones. */
const SMALL_BODY = 16 * 1024;

/** `POST /api/v1/submissions`: what concerns the request is checked here, everything about rows in the writer. */
export function postSubmission(services: Services): RequestHandler {
  const admission = createAdmission();
  return async (request, response) => {
    const { feed, keyId } = requireFeed(await authenticate(request, services));
    // Which parameters there are depends on the media type: an envelope in the query belongs to CSV and SDMX.
    const mediaType = mediaTypeOf(request.headers["content-type"]);
    checkParameters(request);
    const idempotencyKey = idempotencyKeyOf(request);
    refuseUnsupported(request);
    const bytes = announcedBytes(request);
    const stay = admission.enter({ feed, idempotencyKey, bytes, pending: services.writer.pending });
    try {
      const body = await readBody(request, stay.hold);
      const input = ingestInput({ request, services, body, feed, idempotencyKey, mediaType, actor: `key:${keyId}` });
      const output = await services.writer.execute(
        { name: "ingest-submission", input },
        { priority: body.length <= SMALL_BODY ? "high" : "normal", transfer: [input.body.buffer as ArrayBuffer] },
      );
      answer(response, output);
    } finally {
      stay.leave();
    }
  };
}

function checkParameters(request: Request): void {
  const parameters = new QueryParameters(request, ["dryRun"]);
  if (parameters.choice("dryRun", ["true", "false"], "false") === "true") throw notSupported("dryRun=true");
}

function idempotencyKeyOf(request: Request): string {
  const key = request.headers["idempotency-key"];
  if (typeof key === "string" && key.length >= 1 && key.length <= LIMITS.idempotencyKeyChars) return key;
  throw new DomainError(
    "idempotency-key-missing",
    { maxChars: LIMITS.idempotencyKeyChars },
    {
      vi: `Cần tiêu đề Idempotency-Key dài 1–${LIMITS.idempotencyKeyChars} ký tự.`,
      en: `The header Idempotency-Key of 1–${LIMITS.idempotencyKeyChars} characters is required.`,
    },
  );
}

/** What the contract names and is not built yet must not be taken for done. */
function refuseUnsupported(request: Request): void {
  const preferences = String(request.headers["prefer"] ?? "").toLowerCase();
  if (/(^|[,;\s])handling\s*=\s*"?lenient/.test(preferences)) throw notSupported("Prefer: handling=lenient");
  if (request.headers["signature"] !== undefined || request.headers["signature-input"] !== undefined) {
    throw notSupported("Signature");
  }
}

function ingestInput(parts: {
  request: Request;
  services: Services;
  body: Buffer;
  feed: string;
  idempotencyKey: string;
  mediaType: string;
  actor: string;
}): IngestInput {
  const { request, services, body, feed, idempotencyKey, mediaType, actor } = parts;
  const contentSha256 = createHash("sha256").update(body).digest("hex");
  const query = new URL(request.originalUrl, "http://localhost").searchParams;
  query.sort();
  const requestSha256 = createHash("sha256")
    .update(`${contentSha256}\n${mediaType}\n${query.toString()}`)
    .digest("hex");
  return {
    feed,
    idempotencyKey,
    mediaType,
    body: ownBytes(body),
    contentSha256,
    requestSha256,
    receivedAt: services.clock.now().toISOString(),
    recordedAt: null,
    actor,
  };
}

/** Bytes that can be handed to another thread: a small Buffer shares its memory with others. */
function ownBytes(body: Buffer): Uint8Array {
  return body.byteLength === body.buffer.byteLength ? body : new Uint8Array(body);
}

function answer(response: Response, output: IngestOutput): void {
  if (output.kind === "rows-refused") {
    sendProblemBody(response, 422, rowsRefusedBody(output.errors, output.errorCount, requestId(response)));
    return;
  }
  response.status(output.replayed && output.status === 201 ? 200 : output.status);
  response.setHeader("Content-Type", output.contentType);
  response.setHeader("Location", `/api/v1/submissions/${output.submission}`);
  response.setHeader("Cache-Control", "no-store");
  if (output.replayed) response.setHeader("Idempotent-Replayed", "true");
  response.end(output.body);
}
