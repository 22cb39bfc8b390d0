import { headCommit } from "@bochiso/db/repositories/commits";
import { Router } from "express";
import type { Readiness } from "../platform/readiness.ts";
import type { Services } from "../services.ts";

/** `/livez`: the process answers. `/readyz`: the database answers, the catalogue is loaded and nothing is shutting down. */
export function healthRouter(services: Services, readiness: Readiness): Router {
  const router = Router();
  router.get("/livez", (_request, response) => {
    response.setHeader("Cache-Control", "no-store").json({ status: "ok" });
  });
  router.get("/readyz", async (_request, response) => {
    response.setHeader("Cache-Control", "no-store");
    const state = readiness.state();
    if (state !== "ready") {
      response.status(503).setHeader("Retry-After", "2").json({ status: state });
      return;
    }
    const head = await services.store.read(headCommit);
    response.json({
      status: "ready",
      commitSeq: head.seq,
      recordedAt: head.recordedAt,
      pending: services.writer.pending,
      // Low: an instance that reads must stay in service; what writes is told `storage-low`.
      storage: services.storageGate.isLow() ? "low" : "ok",
    });
  });
  return router;
}
