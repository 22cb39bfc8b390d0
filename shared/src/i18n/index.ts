export { PERIOD_TYPE_WORDS } from "../period/period-type-words.ts";
export { AREA_CODE_SET_WORDS, AREA_LEVEL_WORDS, SIMULATED_WORD } from "./area-words.ts";
export { compareVietnamese } from "./compare-vietnamese.ts";
export { type Dictionary, defineDictionary, type Phrases, type Translation } from "./define-dictionary.ts";
export { foldDiacritics } from "./fold-diacritics.ts";
export { formatAge } from "./format-age.ts";
export { formatDate } from "./format-date.ts";
export { formatDateTime, formatTime } from "./format-date-time.ts";
export { type ExportNumberOptions, formatExportNumber } from "./format-export-number.ts";
export { figureDecimals, formatFigure } from "./format-figure.ts";
export { FOLD_FROM, foldText, formatGrowth } from "./format-growth.ts";
export { formatNumber, MISSING_TEXT, NOT_APPLICABLE_TEXT, type NumberOptions } from "./format-number.ts";
export { formatPercent } from "./format-percent.ts";
export { formatPoints } from "./format-points.ts";
export {
  ACCUMULATION_MEANINGS,
  ACCUMULATION_WORDS,
  AREA_AGGREGATION_WORDS,
  CLASS_WORDS,
  COMPARABILITY_USES,
  COMPARABILITY_WORDS,
  type ComparabilityUse,
  CRITERION_WORDS,
  DIRECTION_WORDS,
  REVIEW_WORDS,
  TIME_AGGREGATION_WORDS,
  VALUE_TYPE_WORDS,
} from "./indicator-words.ts";
export type { SignDisplay } from "./number-text.ts";
export {
  MISSING_REASON_SYMBOLS,
  MISSING_REASON_WORDS,
  OBSERVATION_STATUS_WORDS,
  ORIGIN_WORDS,
  REVISED_WORD,
  SCENARIO_WORDS,
  VALUE_ERROR_WORDS,
} from "./observation-words.ts";
export { type NumberInput, type NumberInputCode, parseNumberInput } from "./parse-number-input.ts";
export {
  ASSESSMENT_WORDS,
  ASSESSMENTS,
  type Assessment,
  STATUS_SHAPE_GLYPHS,
  STATUS_SHAPES,
  type StatusShape,
  TREND_WORDS,
  TRENDS,
  type Trend,
} from "./status-words.ts";
