import { hash } from "node:crypto";
import { type SignatureKey, signatureKeysOf } from "@bochiso/db/repositories/intake";
import { parseInstant } from "@bochiso/shared/period";
import type { Text } from "@bochiso/shared/text";
import type { Request, RequestHandler } from "express";
import type { Catalogue } from "../../../catalogue/catalogue.ts";
import { envelopePlace } from "../../../ingestion/decode/decode-body.ts";
import type { Envelope } from "../../../ingestion/decode/decoded-body.ts";
import type { Services } from "../../../services.ts";
import type { IngestInput } from "../../../writer/commands.ts";
import { authenticate, requireFeed } from "../authenticate.ts";
import { malformedParameter, QueryParameters } from "../query-parameters.ts";
import { createAdmission } from "./admission.ts";
import { answerSubmission } from "./answer-submission.ts";
import { checkSignature } from "./check-signature.ts";
import type { Collected } from "./collected-bytes.ts";
import { idempotencyKeyOf } from "./idempotency-key.ts";
import { mediaTypeOf } from "./media-type.ts";
import { readPreferences } from "./preferences.ts";
import { createRateLimit, rateLimitsOf } from "./rate-limit.ts";
import { announcedBytes, readBody } from "./read-body.ts";
import { requireDigest } from "./require-digest.ts";
import { asksForUrgency, goesAhead, reportsEmergencies, SMALL_BODY } from "./urgency.ts";

/** `POST /api/v1/submissions`: what concerns the request is checked here, everything about rows in the writer. */
export function postSubmission(services: Services): RequestHandler {
  const admission = createAdmission();
  const rate = createRateLimit(rateLimitsOf(services.config));
  return async (request, response) => {
    const { feed, keyId, at } = requireFeed(await authenticate(request, services));
    rate.enter(keyId);
    // Which parameters there are depends on the media type: an envelope in the query belongs to CSV and SDMX.
    const mediaType = mediaTypeOf(request.headersDistinct["content-type"]);
    const asked = readParameters(request, mediaType);
    const idempotencyKey = idempotencyKeyOf(request.headersDistinct["idempotency-key"]);
    const preferences = readPreferences(request.headers["prefer"]);
    const { catalogue, signatureKeys } = await termsOf(services, feed);
    checkSignature(request, { feed, keys: signatureKeys, now: services.clock.now() });
    requireDigest(request, catalogue.feeds.get(feed));
    const bytes = announcedBytes(request);
    const isUrgent = asksForUrgency(request) && reportsEmergencies(catalogue, feed, at);
    const urgent = isUrgent || (bytes > 0 && bytes <= SMALL_BODY);
    const stay = admission.enter({ feed, idempotencyKey, bytes, pending: services.writer.pending, urgent });
    try {
      const body = await readBody(request, stay.hold);
      rate.spend(keyId, body.bytes.length);
      const input: IngestInput = {
        ...asked,
        ...ingestInput({ request, services, body, feed, idempotencyKey, mediaType, actor: `key:${keyId}` }),
        handling: preferences.handling,
        unknownPreferences: preferences.unknown,
      };
      const output = await services.writer.execute(
        { name: "ingest-submission", input },
        {
          priority: goesAhead(body.bytes.length, isUrgent) ? "high" : "normal",
          transfer: [body.bytes.buffer],
        },
      );
      answerSubmission(response, output, preferences);
    } finally {
      stay.leave();
    }
  };
}

const DRY_RUN = "dryRun";
const ENVELOPE_PARAMETERS = ["feed", "sequence", "sentAt"];
const IN_BODY: Text = {
  vi: "Với JSON và NDJSON trường này nằm trong nội dung, cạnh observations.",
  en: "With JSON and NDJSON it goes into the body, beside the observations.",
};
const ENVELOPE_IN_BODY = new Map(ENVELOPE_PARAMETERS.map((name) => [name, IN_BODY]));

/** What the query asks for; the envelope of formats that have no place for it in their body. */
function readParameters(request: Request, mediaType: string): Pick<IngestInput, "dryRun" | "envelope"> {
  const inQuery = envelopePlace(mediaType) === "query";
  const elsewhere = inQuery ? undefined : ENVELOPE_IN_BODY;
  const parameters = new QueryParameters(request, [DRY_RUN, ...(inQuery ? ENVELOPE_PARAMETERS : [])], elsewhere);
  const dryRun = parameters.choice(DRY_RUN, ["true", "false"], "false") === "true";
  return inQuery ? { dryRun, envelope: queryEnvelope(parameters) } : { dryRun };
}

function queryEnvelope(parameters: QueryParameters): Envelope {
  const feed = parameters.one("feed");
  if (feed === null || feed === "") {
    throw malformedParameter("feed", "", { vi: "mã kênh cung cấp dữ liệu", en: "the code of the feed" });
  }
  const sentAt = parameters.one("sentAt");
  if (sentAt !== null && parseInstant(sentAt) === null) {
    throw malformedParameter("sentAt", sentAt, {
      vi: "một thời điểm như 2026-11-20T08:00:00+07:00 (dấu + viết là %2B)",
      en: "an instant such as 2026-11-20T08:00:00+07:00 (with + written as %2B)",
    });
  }
  const sequence = parameters.wholeNumber("sequence", { min: 0, max: 999_999_999_999_999 }, null);
  return { feed, sequence, sentAt, publisher: null, document: null };
}

interface Terms {
  readonly catalogue: Catalogue;
  readonly signatureKeys: readonly SignatureKey[];
}

/** What a submission of a feed is looked at by before its rows are, out of one snapshot: small ones come by the thousand. */
function termsOf({ store, catalogue }: Services, feed: string): Promise<Terms> {
  return store.read(async (tx) => ({
    catalogue: await catalogue.current(tx),
    signatureKeys: await signatureKeysOf(tx, feed),
  }));
}

function ingestInput(parts: {
  request: Request;
  services: Services;
  body: Collected;
  feed: string;
  idempotencyKey: string;
  mediaType: string;
  actor: string;
}): IngestInput {
  const { request, services, body, feed, idempotencyKey, mediaType, actor } = parts;
  const { bytes, sha256: contentSha256 } = body;
  const query = new URL(request.originalUrl, "http://localhost").searchParams;
  // A dry run asks about the request without it.
  query.delete(DRY_RUN);
  query.sort();
  const requestSha256 = hash("sha256", `${contentSha256}\n${mediaType}\n${query.toString()}`, "hex");
  return {
    feed,
    idempotencyKey,
    mediaType,
    body: bytes,
    contentSha256,
    requestSha256,
    receivedAt: services.clock.now().toISOString(),
    recordedAt: null,
    actor,
  };
}
