import type { RequestHandler } from "express";
import type { Services } from "../../../services.ts";
import { authenticate } from "../authenticate.ts";
import { QueryParameters } from "../query-parameters.ts";
import { acceptedFormat } from "./accepted-format.ts";
import { aggregatedPage } from "./aggregated-page.ts";
import { checkKnownNames } from "./known-names.ts";
import { changesPage, listPage } from "./list-page.ts";
import { observationCsv } from "./observation-csv.ts";
import { LIST_PARAMETERS, readObservationQuery } from "./observation-query.ts";

/**
 * `GET /api/v1/observations`: values by cell, or with `sinceSeq` every revision since a commit, or with
 * `frequency` aggregated over time. JSON or CSV by `Accept`.
 */
export function getObservations(services: Services): RequestHandler {
  return async (request, response) => {
    const subject = await authenticate(request, services);
    const query = readObservationQuery(new QueryParameters(request, LIST_PARAMETERS));
    const format = acceptedFormat(request);
    const page = await services.store.read(async (tx) => {
      const asked = { tx, catalogue: await services.catalogue.current(tx), query, subject };
      await checkKnownNames(tx, asked.catalogue, query);
      if (query.frequency !== null) {
        const { frequency } = query;
        return aggregatedPage({ ...asked, frequency, cache: services.catalogue, now: services.clock.now().getTime() });
      }
      return query.sinceSeq === null ? listPage(asked) : changesPage(asked, query.sinceSeq);
    });
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Vary", "Accept, Authorization");
    if (format === "json") {
      response.json(page);
      return;
    }
    if (page.next !== null) response.setHeader("Link", `<${nextAddress(request.originalUrl, page.next)}>; rel="next"`);
    response.type("text/csv; charset=utf-8").send(observationCsv(page.observations));
  };
}

/** CSV has no place for a cursor: the next page is a link (RFC 8288). */
function nextAddress(address: string, cursor: string): string {
  const url = new URL(address, "http://localhost");
  url.searchParams.set("cursor", cursor);
  return `${url.pathname}${url.search}`;
}
