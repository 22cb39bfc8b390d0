import type { RequestHandler } from "express";
import { sendWithEtag } from "../rest/etag-json.ts";
import { QueryParameters } from "../rest/query-parameters.ts";
import { buildDocument } from "./build-document.ts";
import type { JsonSchema } from "./operation.ts";

let built: JsonSchema | undefined;

/** The document; built once, for it never changes while the process runs. */
export function openApiDocument(): JsonSchema {
  built ??= buildDocument();
  return built;
}

/** `GET /api/v1/openapi.json`. Open: it holds no values. */
export const serveDocument: RequestHandler = (request, response) => {
  new QueryParameters(request, []);
  sendWithEtag(request, response, openApiDocument());
};
