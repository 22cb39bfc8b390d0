import { DomainError } from "@bochiso/shared/errors";
import type { RowError } from "@bochiso/shared/submission";
import type { Request, RequestHandler, Response } from "express";
import { refusedRows } from "../../../feeds/refused-rows.ts";
import type { Services } from "../../../services.ts";
import { subjectOf } from "../authenticate.ts";
import { problemCode, problemOf } from "../problems.ts";
import { requestId } from "../request-id.ts";

/** What passes by itself, or is a fault of this side, is nothing a steward of the feed can mend. */
const PASSING: ReadonlySet<string> = new Set(["idempotency-key-in-use", "rate-limited"]);

interface RefusedRows {
  readonly errors: readonly RowError[];
  readonly errorCount: number;
}

const REFUSED = new WeakMap<Response, RefusedRows>();

/** Says that a submission was refused for its rows, so that its feed's steward sees it. */
export function markRowsRefused(response: Response, refused: RefusedRows): void {
  REFUSED.set(response, refused);
}

/** Lets a handler answer, and notes what it refused of a feed. A dry run is a question: it is not noted. */
export function notingRefusals(services: Services, handler: RequestHandler): RequestHandler {
  return async (request, response, next) => {
    try {
      await handler(request, response, next);
    } catch (error) {
      if (error instanceof DomainError) noteError(services, request, response, error);
      throw error;
    }
    const refused = REFUSED.get(response);
    if (refused !== undefined) note(services, request, response, refusedRows(refused));
  };
}

function noteError(services: Services, request: Request, response: Response, error: DomainError): void {
  const code = problemCode(error.code);
  if (code === null || PASSING.has(code) || problemOf(code).status >= 500) return;
  note(services, request, response, { code, content: error.text.en, text: error.text, errors: [], errorCount: 0 });
}

function note(
  { feedNotes, clock }: Services,
  request: Request,
  response: Response,
  what: Pick<Parameters<typeof feedNotes.refused>[0], "code" | "content" | "text" | "errors" | "errorCount">,
): void {
  const subject = subjectOf(request);
  if (subject?.kind !== "feed" || isDryRun(request)) return;
  const idempotencyKey = request.headers["idempotency-key"];
  feedNotes.refused({
    ...what,
    feed: subject.feed,
    keyId: subject.keyId,
    person: null,
    idempotencyKey: typeof idempotencyKey === "string" ? idempotencyKey.slice(0, 255) : null,
    requestId: requestId(response),
    at: clock.now().toISOString(),
  });
}

function isDryRun(request: Request): boolean {
  return new URL(request.originalUrl, "http://localhost").searchParams.get("dryRun") === "true";
}
