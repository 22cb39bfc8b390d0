import { parsePeriod } from "@bochiso/shared/period";
import type { RequestHandler } from "express";
import { expectedOf } from "../../../feeds/expected-of.ts";
import type { Services } from "../../../services.ts";
import { malformedParameter, QueryParameters } from "../query-parameters.ts";
import { feedOfRequest } from "./feed-of-request.ts";

/** `GET /api/v1/feeds/{feed}/expected?period=`: what of the feed's own indicators is due, received and missing. */
export function getExpected(services: Services): RequestHandler {
  return async (request, response) => {
    const feed = await feedOfRequest(request, services);
    const text = new QueryParameters(request, ["period"]).one("period") ?? "";
    const parsed = parsePeriod(text);
    if (!parsed.ok)
      throw malformedParameter("period", text, { vi: "một kỳ như 2025-03", en: "a period such as 2025-03" });
    const now = services.clock.now().toISOString();
    const expected = await services.store.read(async (tx) => {
      const catalogue = await services.catalogue.current(tx);
      const found = await expectedOf({ tx, catalogue, feed, period: parsed.period, now });
      return found.map((each) => {
        const { everSent: _everSent, ...line } = each;
        return line;
      });
    });
    response.setHeader("Cache-Control", "no-store").json({ feed, period: text, expected });
  };
}
