import type { PeriodType } from "@bochiso/shared/period";
import type {
  AreaComparison,
  Explanation,
  ForecastModel,
  FormulaCatalogueModel,
  FormulaCheckModel,
  FormulaValueModel,
  GroupModel,
  IndicatorListRow,
  IndicatorModel,
  LiveEvent,
  OverTimeModel,
  OverviewModel,
  ScopeId,
  SearchHit,
  ShellModel,
} from "@bochiso/shared/screen";
import type { ExplainInput } from "../modules/explain/explain-input.ts";
import type { FeedEntryServices } from "../modules/feed-entry/feed-entry-services.ts";
import type { FeedServices } from "../modules/feeds/feed-services.ts";
import type { FormulaCheckInput, FormulaValueInput } from "../modules/formula/formula-input.ts";
import type { PeriodLockServices } from "../modules/period-locks/period-lock-services.ts";
import type { PullServices } from "../modules/pulls/pull-services.ts";
import type { QualityServices } from "../modules/quality/quality-services.ts";

/** Input of a screen: whose dashboard, and the month asked for (null = latest per indicator). */
export interface ScreenInput {
  scope: ScopeId;
  period?: string | null | undefined;
}

/** Which areas a comparison is over: the 34 present provinces or the 63 former ones. */
export type AreaBasis = AreaComparison["areaBasis"];

/** Input of the group screen. */
export interface GroupInput extends ScreenInput {
  group: string;
}

/** Input of the indicator screen. */
export interface IndicatorInput extends ScreenInput {
  code: string;
  breakdown?: string | undefined;
  areaBasis?: AreaBasis | undefined;
}

/** Input of the forecast of one series. */
export interface ForecastInput extends ScreenInput {
  code: string;
  breakdown?: string | undefined;
}

/** Input of one series in coarser periods than its own. */
export interface OverTimeInput extends ForecastInput {
  frequency: PeriodType;
}

/** Input of a comparison over areas. */
export interface ComparisonInput extends ScreenInput {
  indicator: string;
  breakdown?: string | undefined;
  areaBasis?: AreaBasis | undefined;
}

/**
 * What the procedures call. Only types of `shared`: the router's type, which the client imports, reaches no further
 * than this file.
 */
export interface ScreenServices {
  getShell(): Promise<ShellModel>;
  getOverview(input: ScreenInput): Promise<OverviewModel>;
  getGroup(input: GroupInput): Promise<GroupModel>;
  getIndicator(input: IndicatorInput): Promise<IndicatorModel>;
  getForecast(input: ForecastInput): Promise<ForecastModel>;
  getOverTime(input: OverTimeInput): Promise<OverTimeModel>;
  getComparison(input: ComparisonInput): Promise<AreaComparison>;
  getExplanation(input: ExplainInput): Promise<Explanation>;
  getFormulaCatalogue(): Promise<FormulaCatalogueModel>;
  checkFormula(input: FormulaCheckInput): Promise<FormulaCheckModel>;
  evaluateFormula(input: FormulaValueInput): Promise<FormulaValueModel>;
  listIndicators(input: { scope: ScopeId }): Promise<IndicatorListRow[]>;
  /** Feeds with their submissions and keys. */
  readonly feeds: FeedServices;
  /** Entry by hand, files, templates. */
  readonly feedEntry: FeedEntryServices;
  /** Sources that are asked on a schedule. */
  readonly pulls: PullServices;
  /** Flags of quality, their review, scores of feeds. */
  readonly quality: QualityServices;
  /** Periods that take no pushed values. */
  readonly periodLocks: PeriodLockServices;
  search(input: { text: string; scope: ScopeId }): Promise<SearchHit[]>;
  /** Events after a sequence (none given: from now on), with a heartbeat in between, until the signal ends it. */
  follow(sinceSeq: number | null, signal: AbortSignal | undefined): AsyncIterable<LiveEvent>;
}
