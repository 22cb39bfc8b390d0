import { createHash } from "node:crypto";
import type { Request, Response } from "express";

/** Sends JSON with a strong ETag of its bytes; 304 where the asker has them. */
export function sendWithEtag(request: Request, response: Response, body: object): void {
  const bytes = Buffer.from(JSON.stringify(body));
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`;
  response.setHeader("ETag", etag);
  response.setHeader("Cache-Control", "no-cache");
  const known = (request.headers["if-none-match"] ?? "").split(",").map((it) => it.trim().replace(/^W\//, ""));
  if (known.includes(etag) || known.includes("*")) {
    response.status(304).end();
    return;
  }
  response.type("application/json").send(bytes);
}
