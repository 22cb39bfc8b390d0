import { breakdownKey } from "@bochiso/shared/breakdown";
import { Scenario } from "@bochiso/shared/observation";
import { firstDay, lastDay, type Period, parsePeriod } from "@bochiso/shared/period";
import { malformedParameter, type QueryParameters } from "../query-parameters.ts";
import { AREA_BASES, type AreaBasis } from "./area-basis.ts";
import { type Frequency, readFrequency } from "./frequency.ts";

export const LIST_PARAMETERS = [
  "indicator",
  "area",
  "from",
  "to",
  "breakdown.",
  "scenario",
  "origin",
  "areaBasis",
  "frequency",
  "asOf",
  "sinceSeq",
  "includeHistory",
  "limit",
  "cursor",
] as const;

/** Which origin answers: `default` is reported where there is one, else computed. */
export const ORIGIN_CHOICES = ["default", "reported", "computed", "all"] as const;
export type OriginChoice = (typeof ORIGIN_CHOICES)[number];

/** What `GET /api/v1/observations` was asked for. Null: not narrowed. */
export interface ObservationQuery {
  indicators: string[] | null;
  areas: string[] | null;
  /** First and last day asked for, ISO dates. */
  from: string | null;
  to: string | null;
  breakdown: BreakdownQuery;
  scenario: Scenario;
  origin: OriginChoice;
  areaBasis: AreaBasis;
  /** Aggregated over time to periods of this type. */
  frequency: Frequency | null;
  asOf: string | null;
  sinceSeq: number | null;
  /** Every revision ever recorded instead of the current ones. */
  includeHistory: boolean;
  limit: number;
  cursor: string | null;
}

/** Totals where nothing is asked; `every` names dimensions asked for with `*`, and is `*` itself for all there are. */
export interface BreakdownQuery {
  /** Every dimension as it was named, with its code, `_T` or `*`. */
  asked: ReadonlyMap<string, string>;
  fixed: Readonly<Record<string, string>>;
  every: ReadonlySet<string>;
}

/** Cells of a page where none are asked for. */
export const DEFAULT_LIMIT = 1_000;
/** Cells a page holds at most. */
export const MAX_LIMIT = 10_000;

/** Reads the parameters of a list. Throws `parameter-malformed`. */
export function readObservationQuery(parameters: QueryParameters): ObservationQuery {
  const frequency = readFrequency(parameters);
  return {
    indicators: listOrNull(parameters.all("indicator")),
    areas: listOrNull(parameters.all("area")),
    ...readDays(parameters),
    breakdown: readBreakdown(parameters),
    scenario: parameters.choice("scenario", Scenario.options, "actual"),
    origin: parameters.choice("origin", ORIGIN_CHOICES, "default"),
    frequency,
    areaBasis: parameters.choice("areaBasis", AREA_BASES, "all"),
    asOf: parameters.one("asOf"),
    sinceSeq: parameters.wholeNumber("sinceSeq", { min: 0, max: Number.MAX_SAFE_INTEGER }, null),
    includeHistory: parameters.choice("includeHistory", ["true", "false"], "false") === "true",
    limit: parameters.wholeNumber("limit", { min: 1, max: MAX_LIMIT }, DEFAULT_LIMIT),
    cursor: parameters.one("cursor"),
  };
}

/** The parameters `breakdown.<dimension>=<code>`; totals written out are as good as left out. */
export function readBreakdown(parameters: QueryParameters): BreakdownQuery {
  const given = parameters.under("breakdown.");
  const fixed = [...given].filter(([, code]) => code !== "*" && code !== "_T");
  return {
    asked: given,
    fixed: Object.fromEntries(fixed),
    every: new Set([...given].filter(([, code]) => code === "*").map(([name]) => name)),
  };
}

/** Whether a stored breakdown answers the query: fixed codes as asked, any code or the total where `*` was asked. */
export function matchesBreakdown(query: BreakdownQuery, stored: Readonly<Record<string, string>>): boolean {
  const isOpen = (dimension: string): boolean => {
    return query.every.has(dimension) || (query.every.has("*") && query.fixed[dimension] === undefined);
  };
  const rest = Object.entries(stored).filter(([dimension]) => !isOpen(dimension));
  return breakdownKey(Object.fromEntries(rest)) === breakdownKey(query.fixed);
}

function listOrNull(values: string[]): string[] | null {
  return values.length === 0 ? null : values;
}

/** Nothing lies between days in the wrong order: their reader meant something else. */
function readDays(parameters: QueryParameters): Pick<ObservationQuery, "from" | "to"> {
  const [from, to] = [dayOf(parameters, "from", firstDay), dayOf(parameters, "to", lastDay)];
  if (from === null || to === null || from <= to) return { from, to };
  throw malformedParameter("to", parameters.one("to") ?? "", {
    vi: `một kỳ không kết thúc trước from (${from})`,
    en: `a period that does not end before from (${from})`,
  });
}

function dayOf(parameters: QueryParameters, name: "from" | "to", day: (period: Period) => string): string | null {
  const text = parameters.one(name);
  if (text === null) return null;
  const parsed = parsePeriod(text);
  if (parsed.ok) return day(parsed.period);
  throw malformedParameter(name, text, {
    vi: "một kỳ như 2025, 2025-Q1, 2025-03, 2025-W10, 2025-03-01",
    en: "a period such as 2025, 2025-Q1, 2025-03, 2025-W10, 2025-03-01",
  });
}
