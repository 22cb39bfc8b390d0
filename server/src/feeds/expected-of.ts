import { readRanges } from "@bochiso/db/repositories/observations";
import { findSeries } from "@bochiso/db/repositories/series";
import type { ReadTx } from "@bochiso/db/store";
import { type IndicatorDefinition, isComputedOnly } from "@bochiso/shared/indicator";
import { dueAt, firstDay, lastDay, type Period } from "@bochiso/shared/period";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { scopeHoldsArea } from "../ingestion/reference.ts";
import { dueRuleOf } from "./due-rule-of.ts";

/** What is due of one indicator in one period. Areas are those the feed owns by name or has sent before. */
export interface ExpectedIndicator {
  indicator: string;
  /** ISO instant; null where the definition has no due rule. */
  dueAt: string | null;
  /** `never-sent`: it is due, but no area is named and none ever came, so that none can be called missing. */
  state: "received" | "partial" | "not-yet-due" | "missing" | "never-sent";
  received: string[];
  missing: string[];
  /** Whether any of what the feed owns of it ever came, for whatever period. */
  everSent: boolean;
}

/** What of which feed's period is asked for; `now` as an ISO instant. */
export interface ExpectedQuestion {
  tx: ReadTx;
  catalogue: Catalogue;
  feed: string;
  period: Period;
  now: string;
}

/** What of a feed's own indicators is due, received and missing in a period. */
export async function expectedOf(question: ExpectedQuestion): Promise<ExpectedIndicator[]> {
  const { catalogue, feed, period, now } = question;
  const scope = catalogue.ownership.scopesAt(now).get(feed) ?? new Map<string, ReadonlySet<string>>();
  const own = [...scope.keys()]
    .flatMap((code) => catalogue.definitions.get(code) ?? [])
    .filter((it) => isSent(it, period));
  const sent = await receivedAreas(question, own);
  return own.map((definition) => {
    const at = sent.get(definition.code) ?? { now: new Set<string>(), ever: new Set<string>() };
    const named = [...(scope.get(definition.code) ?? [])].filter(
      (area) => !area.endsWith("*") && !area.startsWith("!"),
    );
    const inScope = (code: string): boolean => isExpectedArea(catalogue, scope.get(definition.code), code, period);
    const received = [...at.now].filter(inScope).sort();
    const missing = [...new Set([...named, ...at.ever])].filter((code) => inScope(code) && !at.now.has(code)).sort();
    const rule = dueRuleOf(catalogue.feeds.get(feed) ?? { schedule: [] }, definition);
    const due = rule === null ? null : dueAt({ period, rule });
    const state = stateOf(received.length, missing.length, due, now);
    return { indicator: definition.code, dueAt: due, state, received, missing, everSent: [...at.ever].some(inScope) };
  });
}

function isSent(definition: IndicatorDefinition, period: Period): boolean {
  return definition.periodType === period.type && !isComputedOnly(definition);
}

function stateOf(received: number, missing: number, due: string | null, now: string): ExpectedIndicator["state"] {
  if (received > 0) return missing === 0 ? "received" : "partial";
  if (due === null || due >= now) return "not-yet-due";
  return missing === 0 ? "never-sent" : "missing";
}

/** Per indicator the areas with a reported value in the period, and those with one in any period. */
async function receivedAreas({ tx, period }: ExpectedQuestion, own: readonly IndicatorDefinition[]) {
  const indicators = own.map((it) => String(it.code));
  const filter = {
    indicators,
    scenarios: ["actual" as const],
    origins: ["reported" as const],
    periodTypes: [period.type],
  };
  const series = await findSeries(tx, filter);
  const at = { from: period.ordinal, to: period.ordinal };
  const present = await readRanges(
    tx,
    series.map((it) => ({ seriesId: it.id, ...at })),
  );
  const hasValue = new Set(present.filter((it) => it.retracted === 0).map((it) => it.seriesId));
  const areas = new Map<string, { now: Set<string>; ever: Set<string> }>();
  for (const { id, indicator, area } of series) {
    const known = areas.get(indicator) ?? { now: new Set<string>(), ever: new Set<string>() };
    areas.set(indicator, known);
    known.ever.add(area);
    if (hasValue.has(id)) known.now.add(area);
  }
  return areas;
}

/** Whether a feed owns an area that exists in the period. */
function isExpectedArea(
  catalogue: Catalogue,
  own: ReadonlySet<string> | undefined,
  code: string,
  period: Period,
): boolean {
  const area = catalogue.areas.get(code);
  if (area === undefined || own === undefined || !scopeHoldsArea(own, area)) return false;
  return (
    (area.validFrom === null || area.validFrom <= lastDay(period)) &&
    (area.validTo === null || area.validTo >= firstDay(period))
  );
}
