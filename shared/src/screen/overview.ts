import type { AreaCode } from "../area/area-code.ts";
import type { BreakdownKey } from "../breakdown/breakdown-key.ts";
import type { CellWay } from "../graph/cell-parts.ts";
import type { Direction, Display, IndicatorCode } from "../indicator/indicator.ts";
import type { Origin } from "../observation/scenario.ts";
import type { NumberValue, Value } from "../observation/value.ts";
import type { Text } from "../text/text.ts";
import type { BlockState, CardModel, CellRef, PeriodLabel, ProgressStatus, SourceLine } from "./card.ts";
import type { ScopeId, ScopeLevel } from "./scope.ts";

/** Where and when a screen stands: sent with every screen query. */
export interface ScreenFrame {
  scope: ScopeId;
  level: ScopeLevel;
  scopeName: Text;
  simulated: boolean;
  /** The month asked for, or null for "latest per indicator". */
  period: PeriodLabel | null;
  /** Months that have data in this scope, newest first, for the period picker, with how many monthly indicators reach each. */
  periods: (PeriodLabel & { indicators?: number })[];
  /** Newest period with data in this scope. */
  latestPeriod: PeriodLabel | null;
  /** Sequence the screen was read at; newer changes arrive as live events. */
  commitSeq: number;
  /** Server time, ISO instant. */
  serverTime: string;
}

/** A run of the generated headline; `tone` gives emphasis, `cell` opens the explanation of the figure in it. */
export interface HeadlineRun {
  text: Text;
  tone: "plain" | "good" | "watch" | "bad" | "figure";
  cell: CellRef | null;
}

/** A band of the first group: daily and shorter, or monthly and longer. */
export interface GroupBand {
  id: "daily" | "monthly" | "all";
  name: Text;
  rows: CardModel[];
}

/** A block per group of Art. 10.3. `rows` holds the first few; the group page has all. */
export interface GroupBlock {
  code: string;
  /** The full wording of Art. 10.3. */
  name: Text;
  /** Its short name for blocks and lists, without abbreviations. */
  shortName: Text;
  decreeRef: string;
  state: BlockState;
  stateReason: Text | null;
  total: number;
  withData: number;
  statusCounts: { status: ProgressStatus; count: number }[];
  bands: GroupBand[];
}

/** How the value of a present unit came from the units it was merged from, in words. */
export interface AreaRecast {
  /** `carried`: the one unit it was before, whole; `recast`: combined; `formula`: recomputed from recast parts. */
  way: Extract<CellWay, "carried" | "recast" | "formula">;
  how: Text;
}

/** One area of a comparison. Ties share a rank; areas without data are listed apart, never last. */
export interface AreaRow {
  area: AreaCode;
  name: Text;
  value: Value;
  rank: number | null;
  /** Places gained (positive) against the previous period; null when unknown. */
  rankChange: number | null;
  status: string | null;
  /** Class 1–5 of the map, low to high; null without data. */
  class: number | null;
  /** Null where the value was reported for this unit or computed for it alone. */
  recast: AreaRecast | null;
  /** Why there is no number; null where there is one. */
  absence: Text | null;
  /** Part of the national value, 0–1, where values add up to it. */
  share: number | null;
  /** The present unit that a former unit belongs to. */
  successor: { area: AreaCode; name: Text } | null;
}

/** The boundaries of a comparison: the 34 present provinces or the former ones. */
export type ComparisonBasis = "present" | "former";

/** What the first place means: the best value, what needs attention most, or merely the largest. */
export type RankingOrder = "best" | "attention" | "size";

/** One indicator over all areas of one level: map ⇄ ranking ⇄ table. */
export interface AreaComparison {
  indicator: IndicatorCode;
  breakdown: BreakdownKey;
  name: Text;
  display: Display;
  growthOffset: number;
  direction: Direction;
  areaBasis: ComparisonBasis;
  /** Whether each basis has figures of this indicator in any period. */
  bases: Record<ComparisonBasis, boolean>;
  /** Why figures of former units give none for present ones; null where they do, and on former boundaries. */
  refusal: Text | null;
  order: RankingOrder;
  /** Counts and sums: drawn as symbols by size, never as coloured areas. */
  additive: boolean;
  state: BlockState;
  stateReason: Text | null;
  period: PeriodLabel | null;
  /** Rounded class limits, ascending, with the count of areas in each class. */
  classes: { from: number; to: number; count: number }[];
  rows: AreaRow[];
  /** What each area is comparable with, named by what it covers; null where none is, as for sums. `origin`: published or computed. */
  reference: { label: Text; value: NumberValue; origin?: Origin } | null;
  /** A goal that stands for every area or for the scope's own, named by whom it binds; null without one to be read against. */
  target: { label: Text; value: number } | null;
  have: number;
  of: number;
  source: SourceLine | null;
  headline: Text;
}

/** What has arrived and what has not, over the indicators of the scope. */
export interface Readiness {
  total: number;
  received: number;
  notYetDue: number;
  late: number;
  noFeed: number;
  flagged: number;
}

/** The one query of Tổng quan, the same for the three levels. */
export interface OverviewModel {
  frame: ScreenFrame;
  headline: HeadlineRun[];
  /** How old the figures of the headline are; null when they are of the newest period due. */
  headlineAge: Text | null;
  cards: CardModel[];
  /** Newest revisions and arrivals that changed a headline figure; empty when nothing changed. */
  groups: GroupBlock[];
  comparison: AreaComparison | null;
  readiness: Readiness;
}
