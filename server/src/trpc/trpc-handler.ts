import { createExpressMiddleware } from "@trpc/server/adapters/express";
import type { RequestHandler } from "express";
import type { Logger } from "../platform/logger.ts";
import { appRouter } from "./root.ts";
import type { ScreenServices } from "./screen-services.ts";

/** Errors that are the server's own; the others are answers. */
const OWN_FAULTS: ReadonlySet<string> = new Set(["INTERNAL_SERVER_ERROR", "SERVICE_UNAVAILABLE"]);

/** Bytes of one request: the largest file that may be dropped, in base64, and its surroundings fit twice. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** The screens' procedures as an Express handler, to be mounted at `/trpc`. No batching: one query per screen. */
export function createTrpcHandler({ services, logger }: { services: ScreenServices; logger: Logger }): RequestHandler {
  return createExpressMiddleware({
    router: appRouter,
    createContext: () => ({ services }),
    allowBatching: false,
    maxBodySize: MAX_BODY_BYTES,
    onError: ({ error, path }) => {
      if (OWN_FAULTS.has(error.code)) logger.error({ path, err: error.cause ?? error }, "procedure failed");
    },
  });
}
