import type {
  AreaComparison,
  CardModel,
  ExplanationNode,
  ForecastModel,
  GroupModel,
  IndicatorModel,
  LiveChange,
  OverTimeModel,
  OverviewModel,
  ScopeId,
} from "@bochiso/shared/screen";

type Changed = LiveChange["changed"];

/** The area whose values a scope shows: the nation for the Government and the ministries. */
export function areaOfScope(scope: ScopeId): string {
  const code = /^tinh\/(.+)$/.exec(scope)?.[1];
  if (code === undefined) return "VN";
  return /^\d/.test(code) ? code : `demo:${code}`;
}

const hasArea = (changed: Changed, area: string) => Object.values(changed).some((areas) => areas.includes(area));
const cardTouched = (card: CardModel, changed: Changed) =>
  changed[card.ref.indicator]?.includes(card.ref.area) ?? false;
const comparisonTouched = (comparison: AreaComparison | null, changed: Changed) =>
  comparison !== null && changed[comparison.indicator] !== undefined;

function explanationTouched(node: ExplanationNode, changed: Changed): boolean {
  return (
    (changed[node.indicator]?.includes(node.area) ?? false) ||
    node.operands.some((operand) => explanationTouched(operand, changed)) ||
    (node.part?.weights.some((weight) => explanationTouched(weight, changed)) ?? false)
  );
}

/** Counts and readiness stand for every indicator of the scope, so any change in its area touches the screen. */
function overviewTouched(model: OverviewModel, changed: Changed): boolean {
  return hasArea(changed, areaOfScope(model.frame.scope)) || comparisonTouched(model.comparison, changed);
}

function groupTouched(model: GroupModel, changed: Changed): boolean {
  const codes = new Set(model.cards.map((card) => card.ref.indicator));
  return model.cards.some((card) => cardTouched(card, changed)) || [...codes].some((code) => changed[code]?.length);
}

function indicatorTouched(model: IndicatorModel, changed: Changed): boolean {
  return (
    changed[model.definition.code] !== undefined ||
    (model.explanation !== null && explanationTouched(model.explanation, changed)) ||
    comparisonTouched(model.comparison, changed)
  );
}

function forecastTouched({ subject }: ForecastModel, changed: Changed): boolean {
  return changed[subject.indicator]?.includes(subject.area) ?? false;
}

/** A ratio changes with its parts, so that its own cells tell. */
function overTimeTouched({ subject }: OverTimeModel, changed: Changed): boolean {
  return changed[subject.indicator]?.includes(subject.area) ?? false;
}

const anything = (_data: unknown, changed: Changed) => Object.keys(changed).length > 0;

type Test = (data: never, changed: Changed) => boolean;

/** One row per kind of query (first part of its key); kinds without a row hold nothing that a value can change. */
const TOUCHED = {
  overview: overviewTouched,
  group: groupTouched,
  indicator: indicatorTouched,
  comparison: comparisonTouched,
  explain: explanationTouched,
  forecast: forecastTouched,
  "over-time": overTimeTouched,
  indicators: anything,
  // Whatever was accepted came by some feed, and may have raised a flag.
  feeds: anything,
  feed: anything,
  submissions: anything,
  expected: anything,
  flags: anything,
  flag: anything,
  scores: anything,
  heat: anything,
  rules: anything,
  locks: anything,
  pulls: anything,
} satisfies Record<string, Test>;

/** Kinds of queries that show what stands around values: what waits and was decided, contracts, keys. */
const FEED_KINDS: ReadonlySet<unknown> = new Set([
  "feeds",
  "feed",
  "submissions",
  "submission",
  "refusals",
  "keys",
  "signature-keys",
  "expected",
  "scores",
]);

/** Whether a kind of query may show what changed of feeds beside their values. */
export function isOfFeeds(kind: unknown, feeds: LiveChange["feeds"]): boolean {
  return feeds !== undefined && FEED_KINDS.has(kind);
}

/** Whether a cached query shows something that the change touched. Nothing loaded means nothing to refetch. */
export function isTouched(kind: unknown, data: unknown, changed: Changed): boolean {
  if (data === undefined || typeof kind !== "string" || !(kind in TOUCHED)) return false;
  const test = TOUCHED[kind as keyof typeof TOUCHED] as (data: unknown, changed: Changed) => boolean;
  return test(data, changed);
}
