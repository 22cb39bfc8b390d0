import { lastHeartbeat } from "@bochiso/db/repositories/feeds";
import { lastSequence, pendingCounts, sequenceGaps } from "@bochiso/db/repositories/submissions";
import type { Area } from "@bochiso/shared/area";
import { isComputedOnly } from "@bochiso/shared/indicator";
import { type RequestHandler, Router } from "express";
import { type FeedScope, scopeHoldsArea } from "../../../ingestion/reference.ts";
import type { Services } from "../../../services.ts";
import { authenticate, readingOnly } from "../authenticate.ts";
import { methodNotAllowed } from "../method-not-allowed.ts";
import { QueryParameters } from "../query-parameters.ts";
import { feedOfRequest } from "./feed-of-request.ts";
import { getExpected } from "./get-expected.ts";

/** `/api/v1/feeds/{feed}`: what a source system asks about itself. A feed's key sees its own feed, a reader's key all. */
export function feedsRouter(services: Services): Router {
  const router = Router();
  router.route("/:feed").get(getFeed(services)).all(methodNotAllowed("GET"));
  router.route("/:feed/heartbeat").post(postHeartbeat(services)).all(methodNotAllowed("POST"));
  router.route("/:feed/expected").get(getExpected(services)).all(methodNotAllowed("GET"));
  return router;
}

function getFeed(services: Services): RequestHandler {
  return async (request, response) => {
    const feed = await feedOfRequest(request, services);
    new QueryParameters(request, []);
    const now = services.clock.now().toISOString();
    const state = await services.store.read(async (tx) => {
      const catalogue = await services.catalogue.current(tx);
      const record = catalogue.feeds.get(feed);
      const scope = catalogue.ownership.scopesAt(now).get(feed);
      const owned = [...(scope?.keys() ?? [])].sort();
      const isComputed = (code: string): boolean => {
        const definition = catalogue.definitions.get(code);
        return definition !== undefined && isComputedOnly(definition);
      };
      const indicators = owned.filter((code) => !isComputed(code));
      const computed = owned.filter(isComputed);
      const beat = await lastHeartbeat(tx, feed);
      return {
        feed,
        agency: record?.agency ?? null,
        name: record?.name ?? null,
        active: (record?.active ?? false) && !(record?.barred ?? false),
        simulated: record?.simulated ?? false,
        gapPolicy: record?.gapPolicy ?? "record",
        requireDigest: record?.requireDigest ?? false,
        requireSignOff: record?.requireSignOff ?? false,
        schedule: record?.schedule ?? [],
        heartbeatMinutes: record?.heartbeatMinutes ?? null,
        owns: { count: indicators.length, indicators, computed, areas: areasOf(scope, catalogue.areas) },
        lastSequence: await lastSequence(tx, feed),
        gaps: (await sequenceGaps(tx, feed)).map(({ first, last, foundAt }) => ({ first, last, foundAt })),
        heartbeat: beat === null ? null : { at: beat.at },
        pendingApprovals: (await pendingCounts(tx)).get(feed) ?? 0,
      };
    });
    response.setHeader("Cache-Control", "no-store").json(state);
  };
}

function postHeartbeat(services: Services): RequestHandler {
  return async (request, response) => {
    const subject = await authenticate(request, services);
    const feed = await feedOfRequest(request, services);
    new QueryParameters(request, []);
    if (subject.kind !== "feed") throw readingOnly();
    const at = services.clock.now().toISOString();
    request.resume();
    const input = { feed, at, details: {} };
    await services.writer.execute({ name: "record-heartbeat", input }, { priority: "high" });
    response.setHeader("Cache-Control", "no-store").json({ feed, at });
  };
}

/** The areas of a scope; null where one indicator is owned in all of them. */
function areasOf(scope: FeedScope | undefined, areas: ReadonlyMap<string, Area>): string[] | null {
  const owned = new Set([...(scope?.values() ?? [])].flatMap((codes) => [...codes]));
  if (owned.has("*")) return null;
  return [...areas.values()].flatMap((area) => (scopeHoldsArea(owned, area) ? [area.code] : [])).sort();
}
