import { checklistGaps } from "@bochiso/seed/catalogue";
import { frequencyChoices } from "@bochiso/shared/aggregation";
import { type BreakdownKey, breakdownKey, parseBreakdownKey } from "@bochiso/shared/breakdown";
import { type JudgedCard, periodLabel } from "@bochiso/shared/card";
import { DomainError } from "@bochiso/shared/errors";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { periodFromId } from "@bochiso/shared/period";
import type { CardModel, ExplanationNode, IndicatorModel } from "@bochiso/shared/screen";
import type { IndicatorInput } from "../../trpc/screen-services.ts";
import { comparedBreakdown, readComparison } from "../comparison/read-comparison.ts";
import type { ExplainOnSnapshot } from "../explain/explain-port.ts";
import { readIndicatorQuality } from "../quality/read-indicator-quality.ts";
import type { CardPlan, ScopeReading, ScreenContext } from "../screen/card-plan.ts";
import { indicatorOf } from "../screen/indicator-of.ts";
import { readJudgedCards, readScope } from "../screen/scope-reading.ts";
import { onSnapshot, type ScreenDeps } from "../screen/screen-deps.ts";
import { screenFrame } from "../screen/screen-frame.ts";
import { newestOf, readSeriesBook } from "../screen/series-book.ts";
import { assessmentOf } from "../targets/assessment-of.ts";
import {
  growthCodes,
  mergersOf,
  originPairs,
  readBreakdowns,
  readOwnSeries,
  readRevisions,
  trendBreaks,
  trendPoints,
} from "./indicator-parts.ts";
import { agencyName } from "./list-indicators.ts";

/** What the indicator screen works with. */
export interface IndicatorDeps extends ScreenDeps {
  explain: ExplainOnSnapshot;
}

/** The one query of the Chỉ số screen. Throws `indicator-unknown`. */
export async function getIndicator({
  deps,
  input,
}: {
  deps: IndicatorDeps;
  input: IndicatorInput;
}): Promise<IndicatorModel> {
  const request = {
    kind: "indicator",
    scope: input.scope,
    period: input.period,
    key: [input.code, input.breakdown, input.areaBasis],
  };
  return await onSnapshot(deps, request, async (context, commitSeq) => {
    const definition = indicatorOf(context.world, input.code);
    const { reading, plan } = await planOf(context, definition, input.breakdown);
    const [found] = await readJudgedCards(context, reading.book, [plan]);
    if (found === undefined) throw new Error(`no card was built for ${input.code}`);
    const { card } = found;
    const { world, scope } = context;
    return {
      frame: await screenFrame(context, reading, commitSeq),
      definition,
      unitText: definition.display.unit,
      agencyName: agencyName(world, definition.responsibleAgency),
      dimensions: definition.breakdowns.map(({ dimension }) => ({
        code: dimension,
        name: world.dimensions.get(dimension)?.name ?? { vi: dimension, en: dimension },
      })),
      card,
      ...(await history(context, reading, plan, found)),
      frequencies: frequencyChoices(definition, world.definitions),
      explanation: await explanationOf(context, deps.explain, card),
      breakdowns: await readBreakdowns(context, definition),
      comparison: scope.simulated
        ? null
        : await readComparison(context, {
            definition,
            breakdown:
              input.breakdown === undefined || input.breakdown === ""
                ? comparedBreakdown(definition)
                : plan.address.breakdown,
            areaBasis: input.areaBasis,
          }),
      usedBy: (world.usedBy.get(definition.code) ?? []).flatMap((code) => {
        const user = world.definitions.get(code);
        return user === undefined ? [] : [{ code, name: user.name }];
      }),
      gaps: checklistGaps(definition).map(({ clause, text }) => ({ clause, text })),
      source: card.source,
      quality: await readIndicatorQuality(context, plan),
      ...(await assessmentOf(context, plan, found)),
    };
  });
}

/** The series on the page: the breakdown asked for, else the one that stands on the scope's cards. */
export async function planOf(
  context: ScreenContext,
  definition: IndicatorDefinition,
  asked: string | undefined,
): Promise<{ reading: ScopeReading; plan: CardPlan }> {
  const { tx, scope, world } = context;
  if (asked === undefined || asked === "") {
    const reading = await readScope(context, [definition]);
    const plan = reading.plans.get(definition.code);
    if (plan === undefined) throw new Error(`no plan for ${definition.code}`);
    return { reading, plan };
  }
  const breakdown = checkedBreakdown(definition, asked);
  const book = await readSeriesBook(
    tx,
    {
      indicators: [definition.code, ...growthCodes(world, definition)],
      areas: [scope.area],
      breakdownKeys: [breakdown],
    },
    () => definition.periodType,
  );
  const address = { indicator: definition.code, area: scope.area, breakdown };
  const plan = { definition, address, newest: newestOf(book, address) };
  return { reading: { book, plans: new Map([[String(definition.code), plan]]) }, plan };
}

/** The canonical key of a breakdown as written in an address. Throws `dimension-unknown`. */
function checkedBreakdown({ breakdowns }: IndicatorDefinition, asked: string): BreakdownKey {
  const parts = parseBreakdownKey(asked as BreakdownKey);
  for (const dimension of Object.keys(parts)) {
    if (breakdowns.some((each) => each.dimension === dimension)) continue;
    throw new DomainError(
      "dimension-unknown",
      { dimension, expected: breakdowns.map((each) => each.dimension).join(", ") },
      { vi: `Chỉ số này không có phân tổ “${dimension}”.`, en: `This indicator has no breakdown “${dimension}”.` },
    );
  }
  return breakdownKey(parts);
}

async function history(
  context: ScreenContext,
  { book }: ScopeReading,
  plan: CardPlan,
  { card, judged }: JudgedCard,
): Promise<Pick<IndicatorModel, "trend" | "pairs" | "revisions">> {
  if (card.period === null)
    return { trend: { points: [], breaks: [], mergers: [], endsAt: null }, pairs: [], revisions: [] };
  const { definition, newest } = plan;
  const shown = periodFromId(card.period.id, definition.periodType);
  const own = await readOwnSeries(context, book, { plan, shown, judged });
  const ended = card.state === "stale" && newest !== null;
  return {
    trend: {
      points: trendPoints(own),
      breaks: trendBreaks(own),
      mergers: mergersOf(context.world, own),
      endsAt: ended ? periodLabel({ type: definition.periodType, ordinal: newest }) : null,
    },
    pairs: originPairs(own),
    revisions: await readRevisions(context, book, own),
  };
}

/** The tree of the cell shown; null where nothing is stored. */
async function explanationOf(
  { tx }: ScreenContext,
  explain: ExplainOnSnapshot,
  card: CardModel,
): Promise<ExplanationNode | null> {
  if (card.period === null) return null;
  return await explain(tx, { ...card.ref, measure: "value" });
}
