import type { RequestHandler } from "express";
import { LIMITS } from "../../ingestion/limits.ts";
import { QueryParameters } from "./query-parameters.ts";

/** `GET /api/v1/limits`: what a sender must stay under. Open to anyone, so that a client can be written against it. */
export const getLimits: RequestHandler = (request, response) => {
  new QueryParameters(request, []);
  response.setHeader("Cache-Control", "public, max-age=300").json(LIMITS);
};
