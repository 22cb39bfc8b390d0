import type { RequestHandler } from "express";
import { LIMITS } from "../../ingestion/limits.ts";
import type { Services } from "../../services.ts";
import { QueryParameters } from "./query-parameters.ts";
import { rateLimitsOf } from "./submissions/rate-limit.ts";

/** `GET /api/v1/limits`: what a sender must stay under. Open to anyone, so that a client can be written against it. */
export function getLimits({ config }: Pick<Services, "config">): RequestHandler {
  const limits = { ...LIMITS, perKey: rateLimitsOf(config) };
  return (request, response) => {
    new QueryParameters(request, []);
    response.setHeader("Cache-Control", "public, max-age=300").json(limits);
  };
}
