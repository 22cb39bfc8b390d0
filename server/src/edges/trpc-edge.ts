import { DomainError } from "@bochiso/shared/errors";
import { type RequestHandler, Router } from "express";
import type { Logger } from "../platform/logger.ts";
import { createTrpcHandler, type ScreenServices } from "../trpc/index.ts";
import { ownHostOnly } from "./own-host.ts";

/**
 * The screens' procedures. Only `application/json` reaches them: a form or a plain text, which another site could make a
 * browser send without asking first, is turned away.
 */
export function trpcEdge(input: { screens: ScreenServices; logger: Logger }): Router {
  const router = Router();
  router.use(ownHostOnly, onlyJson, createTrpcHandler({ services: input.screens, logger: input.logger }));
  return router;
}

const onlyJson: RequestHandler = (request, _response, next) => {
  const essence = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  if (essence === "application/json" || (essence === "" && !hasBody)) {
    next();
    return;
  }
  throw new DomainError(
    "media-type-unknown",
    { got: essence.slice(0, 120), expected: "application/json" },
    {
      vi: "Chỉ nhận nội dung application/json.",
      en: "Only application/json is accepted.",
    },
  );
};
