import type { RequestHandler, Response } from "express";
import type { Clock } from "../../platform/clock.ts";
import { newId } from "../../platform/ids.ts";
import type { Logger } from "../../platform/logger.ts";

/** The id of a request: in the answer's header, in problems, in the log. */
export function requestId(response: Response): string {
  const id: unknown = response.locals["requestId"];
  return typeof id === "string" ? id : "";
}

/** Gives every request an id and writes one line about it when it is answered. No query, no body, no credentials. */
export function requestLog(logger: Logger, clock: Clock): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const id = newId(clock);
    response.locals["requestId"] = id;
    response.setHeader("X-Request-Id", id);
    response.on("close", () => {
      const level = response.statusCode >= 500 ? "error" : request.path.startsWith("/api/") ? "info" : "debug";
      logger[level](
        {
          requestId: id,
          method: request.method,
          path: request.path,
          status: response.statusCode,
          ms: Math.round(performance.now() - started),
          ...(response.writableFinished ? {} : { aborted: true }),
        },
        "request",
      );
    });
    next();
  };
}
