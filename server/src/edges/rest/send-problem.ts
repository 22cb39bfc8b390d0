import { DomainError } from "@bochiso/shared/errors";
import type { ErrorRequestHandler, RequestHandler, Response } from "express";
import type { Logger } from "../../platform/logger.ts";
import { problemBody } from "./problem-body.ts";
import { type ProblemCode, problemCode, problemOf } from "./problems.ts";
import { requestId } from "./request-id.ts";

const PROBLEM_JSON = "application/problem+json; charset=utf-8";

/** Sends any error as a problem; what is not a domain error becomes `internal` and its cause goes to the log alone. */
export function problemHandler(logger: Logger): ErrorRequestHandler {
  return (thrown: unknown, request, response, next) => {
    if (response.headersSent) {
      next(thrown);
      return;
    }
    const error = asDomainError(thrown);
    const code = error === null ? "internal" : (problemCode(error.code) ?? "internal");
    const { status } = problemOf(code);
    if (status >= 500)
      logger.error({ requestId: requestId(response), err: thrown }, `${request.method} ${request.path}: ${code}`);
    // What is left of a refused body is not worth reading; the connection ends with the answer.
    if (!request.complete && status >= 400) response.setHeader("Connection", "close");
    sendProblem(response, code, code === "internal" || error === null ? internal() : error);
  };
}

/** The problem of an address that does not exist, or of a method it does not take. */
export const notFound: RequestHandler = (request) => {
  throw new DomainError(
    "not-found",
    { path: (request.originalUrl.split("?")[0] ?? "").slice(0, 200) },
    {
      vi: "Không có địa chỉ này.",
      en: "There is nothing at this address.",
    },
  );
};

function sendProblem(response: Response, code: ProblemCode, error: DomainError): void {
  const { status, retryAfter } = problemOf(code);
  const told = error.facts["retryAfter"];
  const seconds = typeof told === "number" ? told : retryAfter;
  if (seconds !== undefined) response.setHeader("Retry-After", String(seconds));
  if (code === "key-invalid") response.setHeader("WWW-Authenticate", 'Bearer realm="bochiso"');
  sendProblemBody(response, status, problemBody(code, error, requestId(response)));
}

/** Sends a problem whose body is ready. */
export function sendProblemBody(response: Response, status: number, body: object): void {
  response.status(status).setHeader("Content-Type", PROBLEM_JSON);
  response.setHeader("Cache-Control", "no-store");
  response.end(JSON.stringify(body));
}

/** Express and Node throw plain errors for what a sender did wrong; they are problems of the body or the address. */
function asDomainError(thrown: unknown): DomainError | null {
  if (thrown instanceof DomainError) return thrown;
  if (thrown instanceof URIError) {
    return new DomainError("not-found", {}, { vi: "Địa chỉ mã hóa sai.", en: "The address is not decodable." });
  }
  return null;
}

function internal(): DomainError {
  return new DomainError(
    "internal",
    {},
    {
      vi: "Hệ thống gặp lỗi; báo mã yêu cầu cho quản trị viên.",
      en: "Something failed here; quote the request id to the administrator.",
    },
  );
}
