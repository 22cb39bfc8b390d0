import { join } from "node:path";
import express, { type Express } from "express";
import { docsRouter } from "./edges/api-docs/docs-router.ts";
import { clientFiles } from "./edges/client-files.ts";
import { healthRouter } from "./edges/health.ts";
import { mapFiles } from "./edges/map-files.ts";
import { receiptKeys } from "./edges/receipt-keys.ts";
import { refuseNul } from "./edges/refuse-nul.ts";
import { notBuilt } from "./edges/rest/not-supported.ts";
import { requestLog } from "./edges/rest/request-id.ts";
import { restRouter } from "./edges/rest/rest-router.ts";
import { notFound, problemHandler } from "./edges/rest/send-problem.ts";
import { securityHeaders } from "./edges/security-headers.ts";
import { trpcEdge } from "./edges/trpc-edge.ts";
import type { OpenStreams } from "./platform/open-streams.ts";
import { repositoryRoot } from "./platform/paths.ts";
import type { Readiness } from "./platform/readiness.ts";
import type { Services } from "./services.ts";
import type { ScreenServices } from "./trpc/index.ts";

/** The HTTP application: every edge at its address, in the order in which a request meets them. */
export function createApp(input: {
  services: Services;
  screens: ScreenServices;
  readiness: Readiness;
  streams: OpenStreams;
}): Express {
  const { services, screens, readiness, streams } = input;
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  // Bodies and queries are read by the edges themselves, within their own limits.
  app.set("query parser", false);
  app.use(requestLog(services.logger, services.clock));
  app.use(securityHeaders());
  app.use(refuseNul);
  app.use(healthRouter(services, readiness));
  app.use("/api/v1", restRouter(services));
  app.use("/api/docs", docsRouter());
  app.use("/sdmx/v2", notBuilt("/sdmx/v2"));
  app.get("/.well-known/bcs-keys.json", receiptKeys(services));
  app.use("/trpc", streams.watch, trpcEdge({ screens, logger: services.logger }));
  app.use("/maps", mapFiles());
  app.use(clientFiles(join(repositoryRoot(), "client", "dist")));
  app.use(notFound);
  app.use(problemHandler(services.logger));
  return app;
}
