import { headline } from "@bochiso/shared/card";
import type { OverviewModel } from "@bochiso/shared/screen";
import { mapInSlices } from "../../platform/slices.ts";
import type { ScreenInput } from "../../trpc/screen-services.ts";
import { readComparison } from "../comparison/read-comparison.ts";
import type { ScreenContext } from "../screen/card-plan.ts";
import { type BandCodes, bandsOf, firstRows, groupBlock, rowLimit } from "../screen/group-block.ts";
import { indicatorsOf } from "../screen/indicator-of.ts";
import { readiness } from "../screen/readiness.ts";
import { readCards, readScope } from "../screen/scope-reading.ts";
import { onSnapshot, type ScreenDeps } from "../screen/screen-deps.ts";
import { screenFrame } from "../screen/screen-frame.ts";
import { judgedPlans } from "../targets/judged-plans.ts";
import { headlineCodes, possibleHeadlineCodes } from "./headline-codes.ts";

/** The one query of Tổng quan, the same for the three levels: fourteen statements, however many indicators and cards. */
export async function getOverview({ deps, input }: { deps: ScreenDeps; input: ScreenInput }): Promise<OverviewModel> {
  const request = { kind: "overview", scope: input.scope, period: input.period };
  return await onSnapshot(deps, request, readOverview);
}

async function readOverview(context: ScreenContext, commitSeq: number): Promise<OverviewModel> {
  const { world, scope, now, slices } = context;
  const grouped = scope.set.groups.flatMap(({ indicators }) => indicators.map(String));
  const codes = new Set([...possibleHeadlineCodes(world, scope), ...grouped]);
  const reading = await readScope(context, indicatorsOf(world, codes));
  const hasData = (code: string): boolean => (reading.plans.get(code)?.newest ?? null) !== null;
  const headlines = headlineCodes(world, scope, hasData);
  const choice = { headlines: new Set(headlines), limit: rowLimit(scope.set.groups, reading) };
  const rows = new Map<readonly string[], string[]>();
  const rowsOf = (band: BandCodes): string[] => {
    const known = rows.get(band.codes) ?? firstRows(band, reading, choice).map(codeOf);
    rows.set(band.codes, known);
    return known;
  };
  const shown = new Set([...headlines, ...scope.set.groups.flatMap(bandsOf).flatMap(rowsOf)]);
  const plans = [...shown].flatMap((code) => reading.plans.get(code) ?? []);
  // Counted by their status though not shown.
  const counted = (await judgedPlans(context, reading.plans.values())).filter((plan) => !shown.has(codeOf(plan)));
  const cards = new Map(
    (await readCards(context, reading.book, [...plans, ...counted])).map((card) => [String(card.ref.indicator), card]),
  );
  const headlineCards = headlines.flatMap((code) => cards.get(code) ?? []);
  const { runs, age } = headline(headlineCards);
  const mapped = world.definitions.get(world.homes.defaultMapIndicator);
  const flagged = [...cards.values()].filter(({ qualityFlag }) => qualityFlag !== null).length;
  const groups = await mapInSlices(scope.set.groups, slices, (group) =>
    groupBlock({
      world,
      group,
      reading,
      cards,
      rowsOf,
      simulated: scope.simulated,
      asked: context.asked,
      now,
    }),
  );
  return {
    frame: await screenFrame(context, reading, commitSeq),
    headline: runs,
    headlineAge: age,
    cards: headlineCards,
    groups,
    comparison: mapped === undefined || scope.simulated ? null : await readComparison(context, { definition: mapped }),
    readiness: readiness(reading.plans.values(), flagged, now),
  };
}

function codeOf({ definition }: { definition: { code: string } }): string {
  return definition.code;
}
