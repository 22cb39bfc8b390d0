import type { RequestHandler } from "express";
import { publishedKeys } from "../receipts/published-keys.ts";
import type { Services } from "../services.ts";
import { QueryParameters } from "./rest/query-parameters.ts";

/** `GET /.well-known/bcs-keys.json`: with it anyone can verify a receipt. Open to all. */
export function receiptKeys({ store }: Services): RequestHandler {
  return async (request, response) => {
    new QueryParameters(request, []);
    const found = await store.read(publishedKeys);
    response.setHeader("Cache-Control", "public, max-age=60").json(found);
  };
}
