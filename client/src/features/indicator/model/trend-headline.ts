import { formatNumber, formatPercent, VALUE_ERROR_WORDS } from "@bochiso/shared/i18n";
import type { CardChange, CardModel, TrendPoint } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { isShareOfPlan, planDecimals } from "../../card/index.ts";
import { indicatorWords } from "../words.ts";
import { shownScale } from "./shown-scale.ts";

type HeadlineCard = Pick<
  CardModel,
  | "changes"
  | "display"
  | "growthOffset"
  | "valueType"
  | "period"
  | "value"
  | "plan"
  | "state"
  | "accumulation"
  | "direction"
>;

/** Decimals of a change in percent, as on the card. */
const PERCENT_DECIMALS = 1;
/** An extreme of fewer periods than these says nothing. */
const ENOUGH = 7;

/** How far apart, without its sign: "21,7%", "0,40 điểm phần trăm", "2,65 tỷ USD"; null where it rounds to nothing. */
function distance(change: CardChange, card: HeadlineCard, language: Language): string | null {
  if (change.value.kind !== "number") return null;
  const scale = shownScale(card, language);
  const percent = change.measure === "percent";
  const decimals = percent ? PERCENT_DECIMALS : scale.decimals;
  const size = Math.abs(change.value.value) * (change.measure === "absolute" ? card.display.factor : 1);
  if (Number(size.toFixed(decimals)) === 0) return null;
  if (percent) return formatPercent(size, { lang: language, decimals });
  const unit = change.measure === "points" ? indicatorWords[language].points : scale.unit;
  return `${formatNumber(size, { lang: language, decimals })} ${unit}`;
}

function sinceLastYear(change: CardChange, card: HeadlineCard, language: Language): string | null {
  const t = indicatorWords[language].headline;
  const { value } = change;
  if (value.kind === "error") return t.incomparable(VALUE_ERROR_WORDS[value.code][language]);
  if (value.kind === "missing") return null;
  const far = distance(change, card, language);
  if (change.kind === "previous-period") {
    const against = change.against?.label[language] ?? "";
    const period = against.charAt(0).toLowerCase() + against.slice(1);
    return far === null
      ? t.samePrevious(period)
      : value.value > 0
        ? t.abovePrevious(far, period)
        : t.belowPrevious(far, period);
  }
  return far === null ? t.same : value.value > 0 ? t.above(far) : t.below(far);
}

/** "cao nhất trong 13 kỳ" where the page's period is the extreme of those on the chart; cumulated sums always rise. */
function extreme(points: readonly TrendPoint[], card: HeadlineCard, language: Language): string | null {
  const t = indicatorWords[language].headline;
  const values = points.flatMap(({ value }) => (value.kind === "number" ? [value.value] : []));
  const { value } = card;
  if (value.kind !== "number" || values.length < ENOUGH) return null;
  const others = values.filter((each) => each !== value.value);
  if (others.length !== values.length - 1) return null;
  if (others.every((each) => each < value.value)) return t.highest(values.length);
  return others.every((each) => each > value.value) ? t.lowest(values.length) : null;
}

function ofPlan(card: HeadlineCard, language: Language): string | null {
  if (card.plan === null || card.plan.percent.kind !== "number" || !isShareOfPlan(card)) return null;
  const { value } = card.plan.percent;
  return indicatorWords[language].headline.ofPlan(
    formatPercent(value, { lang: language, decimals: planDecimals(value) }),
  );
}

/**
 * What the chart says, from the same changes that the card shows: on the year before (else on the previous period),
 * then the plan or an extreme among `points`, which must not cross a break of comparability. Says that there is nothing to compare where that is so.
 */
export function trendHeadline(
  card: HeadlineCard,
  points: readonly TrendPoint[],
  language: Language,
  cumulated = false,
): string {
  const t = indicatorWords[language].headline;
  if (card.value.kind !== "number" || card.period === null) return t.noValue;
  const first = card.changes.map((change) => sinceLastYear(change, card, language)).find((said) => said !== null);
  const second = ofPlan(card, language) ?? (cumulated ? null : extreme(points, card, language));
  const said = [first ?? null, second].filter((part) => part !== null).join(", ");
  return said === "" ? t.nothingToCompare : said.charAt(0).toUpperCase() + said.slice(1);
}
