import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { type RequestHandler, Router } from "express";

const YEAR = 31_536_000_000;
/** Addresses of machines: a wrong one is told so, also to a browser. */
const MACHINES = /^\/(?:api|sdmx|trpc|maps|metrics|health|livez|readyz|\.well-known)(?:\/|$)/;

/**
 * The built client: files with a hash in their name never change and are kept for a year; every address that is no file
 * is a page of the application. Where the client was not built, says how to build it.
 */
export function clientFiles(folder: string): Router {
  const router = Router();
  const index = join(folder, "index.html");
  router.use(
    "/assets",
    express.static(join(folder, "assets"), { immutable: true, maxAge: YEAR, index: false }),
    missingAsset,
  );
  router.use(
    express.static(folder, {
      index: false,
      maxAge: 0,
      setHeaders: (response) => response.setHeader("Cache-Control", "no-cache"),
    }),
  );
  router.get("/{*splat}", (request, response, next) => {
    if (MACHINES.test(request.path) || request.accepts(["html", "json"]) !== "html") {
      next();
      return;
    }
    response.setHeader("Cache-Control", "no-cache");
    if (existsSync(index)) response.sendFile(index);
    else
      response
        .status(503)
        .type("text/plain; charset=utf-8")
        .send("Giao diện chưa được dựng. The client is not built: run `npm start` or `pnpm build`.\n");
  });
  return router;
}

/** A page that asks for an asset of an older build must not get HTML for it. */
const missingAsset: RequestHandler = (_request, response) => {
  response.status(404).type("text/plain").send("Not found\n");
};
