import type { AreaCode } from "@bochiso/shared/area";
import type { IndicatorCode } from "@bochiso/shared/indicator";
import type { Origin } from "@bochiso/shared/observation";
import type { PeriodType } from "@bochiso/shared/period";
import type {
  AreaComparison,
  CellRef,
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
import type { EntrySource } from "./entry-source.ts";
import type { FeedSource, QualitySource } from "./steward-source.ts";
import type { ToolSource } from "./tool-source.ts";

/** What of a cell is explained: its value, or one of the card's changes. */
export type Measure = "value" | "same-period-last-year" | "previous-period";

export interface OverviewInput {
  scope: ScopeId;
  /** A month id, or null for the latest of each indicator. */
  period: string | null;
}
export interface GroupInput extends OverviewInput {
  group: string;
}
export interface IndicatorInput extends OverviewInput {
  code: string;
  breakdown: string;
  /** Absent: the server takes the boundaries that have data. */
  areaBasis: "present" | "former" | undefined;
}
export interface ForecastInput extends OverviewInput {
  code: string;
  breakdown: string;
}
export interface OverTimeInput extends ForecastInput {
  frequency: PeriodType;
}
/** A formula being typed and the type of period of its result. */
export interface FormulaCheckInput {
  text: string;
  periodType: PeriodType;
}
export interface FormulaValueInput extends FormulaCheckInput {
  area: AreaCode;
  /** Absent: the newest that its operands have. */
  period: string | null;
}
export interface ComparisonInput extends OverviewInput {
  indicator: IndicatorCode;
  breakdown: string;
  /** Absent: the server takes the boundaries that have data. */
  areaBasis: "present" | "former" | undefined;
}
export interface ExplainInput extends CellRef {
  measure: Measure;
  /** Commit whose state is explained; absent: the present one. */
  asOf?: number | undefined;
  /** Absent: the default reading. */
  origin?: Origin | undefined;
  /** Every operand or part of the cell and nothing below them. */
  all?: boolean | undefined;
}

/** What a live connection tells. `lost` may be followed by `opened` again; the source keeps retrying by itself. */
export interface LiveHandlers {
  onOpened(): void;
  onEvent(event: LiveEvent): void;
  onLost(): void;
}

/**
 * The one door to the server: one query per screen, and ids of what changed. The components know nothing of tRPC,
 * so tests and the fixture mode hand in their own source.
 */
export interface ScreenSource {
  shell(signal?: AbortSignal): Promise<ShellModel>;
  overview(input: OverviewInput, signal?: AbortSignal): Promise<OverviewModel>;
  group(input: GroupInput, signal?: AbortSignal): Promise<GroupModel>;
  indicator(input: IndicatorInput, signal?: AbortSignal): Promise<IndicatorModel>;
  /** Asked for after the indicator screen: nothing on it waits for a back-test. */
  forecast(input: ForecastInput, signal?: AbortSignal): Promise<ForecastModel>;
  /** The series of the indicator screen in coarser periods, once chosen. */
  overTime(input: OverTimeInput, signal?: AbortSignal): Promise<OverTimeModel>;
  comparison(input: ComparisonInput, signal?: AbortSignal): Promise<AreaComparison>;
  explain(input: ExplainInput, signal?: AbortSignal): Promise<Explanation>;
  formulaCatalogue(signal?: AbortSignal): Promise<FormulaCatalogueModel>;
  checkFormula(input: FormulaCheckInput, signal?: AbortSignal): Promise<FormulaCheckModel>;
  evaluateFormula(input: FormulaValueInput, signal?: AbortSignal): Promise<FormulaValueModel>;
  indicators(input: { scope: ScopeId }, signal?: AbortSignal): Promise<IndicatorListRow[]>;
  search(input: { text: string; scope: ScopeId }, signal?: AbortSignal): Promise<SearchHit[]>;
  /** Nguồn dữ liệu: feeds, and the quality of what they sent. */
  feeds: FeedSource;
  quality: QualitySource;
  /** Entry by hand and files. */
  entry: EntrySource;
  /** Locks, signature keys, rules: loaded when they are first asked for. */
  tools(): Promise<ToolSource>;
  /** Starts listening after `sinceSeq`; returns how to stop. */
  listen(sinceSeq: number, handlers: LiveHandlers): () => void;
}
