import type { RequestHandler } from "express";
import { QueryParameters } from "./query-parameters.ts";

const LINKS = {
  submissions: "/api/v1/submissions",
  submission: "/api/v1/submissions/{id}",
  observations: "/api/v1/observations",
  explain: "/api/v1/observations/explain",
  indicators: "/api/v1/catalog/indicators",
  codelists: "/api/v1/catalog/codelists",
  areas: "/api/v1/catalog/areas",
  agencies: "/api/v1/catalog/agencies",
  sets: "/api/v1/catalog/sets",
  feed: "/api/v1/feeds/{feed}",
  heartbeat: "/api/v1/feeds/{feed}/heartbeat",
  expected: "/api/v1/feeds/{feed}/expected",
  limits: "/api/v1/limits",
  openapi: "/api/v1/openapi.json",
  docs: "/api/docs",
} as const;

/** `GET /api/v1`: the addresses there are, `{…}` for what the asker fills in. Open, as `limits` is. */
export const getIndex: RequestHandler = (request, response) => {
  new QueryParameters(request, []);
  response.setHeader("Cache-Control", "public, max-age=300").json({ links: LINKS });
};
