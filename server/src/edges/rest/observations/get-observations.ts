import type { RequestHandler } from "express";
import type { Services } from "../../../services.ts";
import { authenticate } from "../authenticate.ts";
import { QueryParameters } from "../query-parameters.ts";
import { acceptedFormat } from "./accepted-format.ts";
import { aggregatedPage } from "./aggregated-page.ts";
import { checkKnownBreakdown } from "./known-breakdown.ts";
import { checkKnownNames } from "./known-names.ts";
import { changesPage, listPage } from "./list-page.ts";
import { LIST_PARAMETERS, type ObservationQuery, readObservationQuery } from "./observation-query.ts";
import { dimensionsOf } from "./page-dimensions.ts";
import { PAGE_WRITERS } from "./page-writers.ts";

/**
 * `GET /api/v1/observations`: values by cell, or with `sinceSeq` and `includeHistory` every revision, or with `frequency`
 * aggregated over time. JSON, CSV or SDMX-CSV by `Accept`.
 */
export function getObservations(services: Services): RequestHandler {
  return async (request, response) => {
    const subject = await authenticate(request, services);
    const query = readObservationQuery(new QueryParameters(request, LIST_PARAMETERS));
    const format = acceptedFormat(request);
    const { page, catalogue } = await services.store.read(async (tx) => {
      const asked = { tx, catalogue: await services.catalogue.current(tx), query, subject };
      await checkKnownNames(tx, asked.catalogue, query);
      await checkKnownBreakdown(tx, asked.catalogue, query);
      const { frequency } = query;
      if (frequency === null)
        return { page: await (isHistory(query) ? changesPage(asked) : listPage(asked)), catalogue: asked.catalogue };
      const now = services.clock.now().getTime();
      return {
        page: await aggregatedPage({ ...asked, frequency, cache: services.catalogue, now }),
        catalogue: asked.catalogue,
      };
    });
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Vary", "Accept, Authorization");
    if (format === "application/json") {
      response.json(page);
      return;
    }
    if (page.next !== null) response.setHeader("Link", `<${nextAddress(request.originalUrl, page.next)}>; rel="next"`);
    const { contentType, write } = PAGE_WRITERS[format];
    const { observations } = page;
    const dimensions = dimensionsOf(catalogue, query.indicators, observations);
    response.setHeader("Content-Type", contentType);
    response.end(write({ observations, isHistory: isHistory(query), dimensions }));
  };
}

/** Whether superseded revisions and retractions are asked for too. */
function isHistory({ sinceSeq, includeHistory }: ObservationQuery): boolean {
  return sinceSeq !== null || includeHistory;
}

/** Tables have no place for a cursor: the next page is a link (RFC 8288). */
function nextAddress(address: string, cursor: string): string {
  const url = new URL(address, "http://localhost");
  url.searchParams.set("cursor", cursor);
  return `${url.pathname}${url.search}`;
}
