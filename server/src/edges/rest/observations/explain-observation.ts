import { AreaCode } from "@bochiso/shared/area";
import { breakdownKey } from "@bochiso/shared/breakdown";
import { DomainError } from "@bochiso/shared/errors";
import { IndicatorCode } from "@bochiso/shared/indicator";
import { Scenario } from "@bochiso/shared/observation";
import { PERIOD_EXAMPLE, PERIOD_TYPE_WORDS, type PeriodType, parsePeriod } from "@bochiso/shared/period";
import type { ExplanationNode } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";
import type { RequestHandler } from "express";
import type { Catalogue } from "../../../catalogue/catalogue.ts";
import { catalogueAsOf } from "../../../catalogue/catalogue-as-of.ts";
import { type ExplainRequest, explain } from "../../../compute/explain.ts";
import { EXPLAIN_LIMITS } from "../../../compute/explain-limits.ts";
import type { Services } from "../../../services.ts";
import { authenticate } from "../authenticate.ts";
import { malformedParameter, QueryParameters } from "../query-parameters.ts";
import { AREA_BASES, type AreaBasis, checkUnitOnBasis, isRecast } from "./area-basis.ts";
import { explanationJson } from "./explanation-json.ts";
import { definitionsAt, readFrequency } from "./frequency.ts";
import { unknownArea, unknownIndicator } from "./known-names.ts";
import { ORIGIN_CHOICES, readBreakdown } from "./observation-query.ts";
import { readAsOfSeq } from "./read-as-of.ts";
import { mayRead } from "./readable-by.ts";

const PARAMETERS = [
  "indicator",
  "area",
  "period",
  "breakdown.",
  "scenario",
  "origin",
  "areaBasis",
  "frequency",
  "asOf",
  "parts",
] as const;
/** The tree with the foremost parts of wholes, or every operand or part of the cell and nothing below them. */
const PARTS = ["foremost", "all"] as const;

/** `GET /api/v1/observations/explain`: formula and operands of derived nodes, the observation of leaves. */
export function explainObservation(services: Services): RequestHandler {
  return async (request, response) => {
    const subject = await authenticate(request, services);
    const parameters = new QueryParameters(request, PARAMETERS);
    const answer = await services.store.read(async (tx) => {
      const asOfText = parameters.one("asOf");
      const asOf = asOfText === null ? undefined : await readAsOfSeq(tx, asOfText);
      const catalogue = await catalogueAsOf(tx, services.catalogue, asOf);
      const asked = readRequest(parameters, catalogue, asOf);
      // Who may read is decided by what is in force now, whatever was public then.
      const current = await services.catalogue.current(tx);
      if (!mayRead(subject, current, asked)) throw unknownCell();
      const areaBasis = readBasis(parameters);
      const node = await explain(tx, catalogue, asked);
      checkReported(catalogue, areaBasis, asked, node);
      return { areaBasis, ...explanationJson(node, (cell) => mayRead(subject, current, cell)) };
    });
    response.setHeader("Cache-Control", "no-store").json(answer);
  };
}

function readRequest(parameters: QueryParameters, catalogue: Catalogue, asOf: number | undefined): ExplainRequest {
  const indicator = IndicatorCode.safeParse(
    required(parameters, "indicator", { vi: "một mã chỉ số", en: "the code of an indicator" }),
  );
  const area = AreaCode.safeParse(required(parameters, "area", { vi: "một mã địa phương", en: "the code of an area" }));
  const scenario = parameters.choice("scenario", Scenario.options, "actual");
  const definition = indicator.success ? catalogue.definitions.get(indicator.data) : undefined;
  if (!indicator.success || definition === undefined)
    throw unknownIndicator(parameters.one("indicator") ?? "", catalogue.definitions.keys());
  if (!area.success || !catalogue.areas.has(area.data))
    throw unknownArea(parameters.one("area") ?? "", catalogue.areas.keys());
  const text = required(parameters, "period", { vi: "một kỳ như 2025-03", en: "a period such as 2025-03" });
  const frequency = readFrequency(parameters);
  if (frequency !== null) definitionsAt(catalogue, [definition.code], frequency);
  const type = frequency ?? definition.periodType;
  const period = parsePeriod(text, scenario === "actual" ? type : undefined);
  if (!period.ok) throw malformedParameter("period", text, expectedPeriod(type));
  const { fixed, every } = readBreakdown(parameters);
  if (every.size > 0)
    throw malformedParameter("breakdown", "*", { vi: "một mã cho mỗi phân tổ", en: "one code a dimension" });
  checkUnitOnBasis(catalogue.areas, area.data, readBasis(parameters));
  const origin = parameters.choice("origin", ORIGIN_CHOICES, "default");
  const limits = EXPLAIN_LIMITS[parameters.choice("parts", PARTS, "foremost") === "all" ? "wide" : "tree"];
  return {
    indicator: indicator.data,
    area: area.data,
    breakdown: breakdownKey(fixed),
    scenario,
    period: period.period,
    asOf,
    limits,
    ...(origin === "reported" || origin === "computed" ? { origin } : {}),
  };
}

function readBasis(parameters: QueryParameters): AreaBasis {
  return parameters.choice("areaBasis", AREA_BASES, "all");
}

/** On the units as they reported there is no recast figure. Throws `not-found`. */
function checkReported({ areas }: Catalogue, basis: AreaBasis, asked: ExplainRequest, node: ExplanationNode): void {
  const { type, ordinal } = asked.period;
  const cell = {
    area: asked.area,
    origin: node.origin ?? "computed",
    way: node.way === "over-time" ? null : node.way,
    periodType: type,
    ordinal,
  } as const;
  if (basis === "asReported" && isRecast(areas, cell)) throw unknownCell();
}

function required(parameters: QueryParameters, name: string, expected: Text): string {
  const value = parameters.one(name);
  if (value === null || value === "") throw malformedParameter(name, "", expected);
  return value;
}

function expectedPeriod(type: PeriodType): Text {
  const { vi, en } = PERIOD_TYPE_WORDS[type];
  return { vi: `kỳ ${vi} như ${PERIOD_EXAMPLE[type]}`, en: `a period of type ${en} such as ${PERIOD_EXAMPLE[type]}` };
}

function unknownCell(): DomainError {
  return new DomainError("not-found", {}, { vi: "Không có số liệu này.", en: "There is no such value." });
}
