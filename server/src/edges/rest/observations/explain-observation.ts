import { AreaCode } from "@bochiso/shared/area";
import { breakdownKey } from "@bochiso/shared/breakdown";
import { DomainError } from "@bochiso/shared/errors";
import { IndicatorCode } from "@bochiso/shared/indicator";
import { Scenario } from "@bochiso/shared/observation";
import { parsePeriod } from "@bochiso/shared/period";
import type { RequestHandler } from "express";
import type { Catalogue } from "../../../catalogue/catalogue.ts";
import { type ExplainRequest, explain } from "../../../compute/explain.ts";
import type { Services } from "../../../services.ts";
import { authenticate } from "../authenticate.ts";
import { malformedParameter, QueryParameters } from "../query-parameters.ts";
import { explanationJson } from "./explanation-json.ts";
import { AREA_BASES, ORIGIN_CHOICES, readBreakdown } from "./observation-query.ts";
import { readAsOfSeq } from "./read-as-of.ts";
import { mayRead } from "./readable-by.ts";

const PARAMETERS = ["indicator", "area", "period", "breakdown.", "scenario", "origin", "areaBasis", "asOf"] as const;

/** `GET /api/v1/observations/explain`: formula and operands of derived nodes, the observation of leaves. */
export function explainObservation(services: Services): RequestHandler {
  return async (request, response) => {
    const subject = await authenticate(request, services);
    const parameters = new QueryParameters(request, PARAMETERS);
    const answer = await services.store.read(async (tx) => {
      const catalogue = await services.catalogue.current(tx);
      const asOfText = parameters.one("asOf");
      const asOf = asOfText === null ? undefined : await readAsOfSeq(tx, asOfText);
      const asked = readRequest(parameters, catalogue, asOf);
      if (!mayRead(subject, catalogue, asked)) throw unknownCell();
      return explanationJson(await explain(tx, catalogue, asked), (cell) => mayRead(subject, catalogue, cell));
    });
    response.setHeader("Cache-Control", "no-store").json(answer);
  };
}

function readRequest(parameters: QueryParameters, catalogue: Catalogue, asOf: number | undefined): ExplainRequest {
  const indicator = IndicatorCode.safeParse(required(parameters, "indicator", "an indicator"));
  const area = AreaCode.safeParse(required(parameters, "area", "an area"));
  const scenario = parameters.choice("scenario", Scenario.options, "actual");
  const definition = indicator.success ? catalogue.definitions.get(indicator.data) : undefined;
  if (!indicator.success || definition === undefined)
    throw malformedParameter("indicator", parameters.one("indicator") ?? "", "a known indicator");
  if (!area.success || !catalogue.areas.has(area.data))
    throw malformedParameter("area", parameters.one("area") ?? "", "a known area");
  const text = required(parameters, "period", "a period");
  const period = parsePeriod(text, scenario === "actual" ? definition.periodType : undefined);
  if (!period.ok) throw malformedParameter("period", text, definition.periodType);
  const { fixed, every } = readBreakdown(parameters);
  if (every.size > 0) throw malformedParameter("breakdown", "*", "one code a dimension");
  // One unit is named, so the basis changes nothing yet; it is read so that a wrong word is told.
  parameters.choice("areaBasis", AREA_BASES, "asReported");
  const origin = parameters.choice("origin", ORIGIN_CHOICES, "default");
  return {
    indicator: indicator.data,
    area: area.data,
    breakdown: breakdownKey(fixed),
    scenario,
    period: period.period,
    asOf,
    ...(origin === "reported" || origin === "computed" ? { origin } : {}),
  };
}

function required(parameters: QueryParameters, name: string, expected: string): string {
  const value = parameters.one(name);
  if (value === null || value === "") throw malformedParameter(name, "", expected);
  return value;
}

function unknownCell(): DomainError {
  return new DomainError("not-found", {}, { vi: "Không có số liệu này.", en: "There is no such value." });
}
