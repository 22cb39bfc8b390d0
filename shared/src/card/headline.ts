import { formatFigure } from "../i18n/format-figure.ts";
import { foldText } from "../i18n/format-growth.ts";
import { lastDay } from "../period/last-day.ts";
import { periodContaining } from "../period/period-containing.ts";
import { periodFromId } from "../period/period-from-id.ts";
import type { CardChange, CardModel, PeriodLabel } from "../screen/card.ts";
import type { HeadlineRun } from "../screen/overview.ts";
import type { Text } from "../text/text.ts";
import { figureText } from "./figure-text.ts";

/** Facts of a headline: what is read in ten seconds. */
const FACTS = 2;

/** Months after which a figure is no longer told beside newer ones. */
const OLD_MONTHS = 24;

/** How big a change must be to count as one whole: 10 %, one percentage point, a tenth of the value. */
const NOTABLE = { percent: 10, points: 1, share: 0.1 } as const;

interface Told {
  card: CardModel;
  change: CardChange;
  order: number;
  weight: number;
  /** Months since year 0 up to the one in which the period ends. */
  freshness: number;
}

/** The generated sentence, and how old its figures are: the reason of the newest stale card it tells of, else null. */
export interface Headline {
  runs: HeadlineRun[];
  age: Text | null;
}

/**
 * The generated sentence of a home screen: two facts of its headline cards, each figure opening its cell. Chosen are, in
 * this order, changes against the same period of last year before changes against the period before; cards whose period
 * ends in the newest month; the heaviest change (`weightOf`); the earlier card. They are told in the cards' order.
 * Empty cards, partial periods and cards without a computed change are not spoken of, nor figures two years older than the
 * newest of the screen: they are no news.
 */
export function headline(cards: readonly CardModel[]): Headline {
  const newest = Math.max(
    ...cards.flatMap(({ value, period }) => (value.kind === "number" && period !== null ? [freshnessOf(period)] : [])),
  );
  const told = cards
    .flatMap((card, order) => tellable(card, order))
    .filter(({ freshness }) => newest - freshness < OLD_MONTHS)
    .toSorted(byImportance)
    .slice(0, FACTS)
    .toSorted((a, b) => a.order - b.order);
  if (told.length === 0) {
    const isEmpty = cards.length > 0 && cards.every(({ value }) => value.kind === "missing");
    return { runs: [plain(isEmpty ? NO_FIGURES : NOTHING)], age: null };
  }
  const runs = told.flatMap((each, index) => [
    ...(index === 0 ? [] : [plain({ vi: "; ", en: "; " })]),
    ...clause(each, {
      first: index === 0,
      samePeriod: told[index - 1]?.card.period?.label.vi === each.card.period?.label.vi,
      // "Cùng kỳ" of the first fact is the "cùng kỳ năm trước" that the last one spells out.
      brief: told[index + 1]?.change.kind === each.change.kind,
    }),
  ]);
  runs.push(plain({ vi: ".", en: "." }));
  return { runs, age: ageOf(told) };
}

function byImportance(a: Told, b: Told): number {
  return kindRank(a) - kindRank(b) || b.freshness - a.freshness || b.weight - a.weight || a.order - b.order;
}

function kindRank({ change }: Told): number {
  return change.kind === "same-period-last-year" ? 0 : 1;
}

const NOTHING: Text = {
  vi: "Chưa có biến động để tổng hợp từ các chỉ số chủ yếu.",
  en: "No changes to report among the headline indicators yet.",
};

const NO_FIGURES: Text = {
  vi: "Chưa có số liệu của kỳ này ở các chỉ số chủ yếu; từng thẻ nêu lý do và thời hạn.",
  en: "None of the headline indicators has a figure for this period; each card says why and when it is due.",
};

function tellable(card: CardModel, order: number): Told[] {
  if (card.value.kind !== "number" || card.period === null) return [];
  if (card.state !== "ready" && card.state !== "stale") return [];
  const change =
    card.changes.find((each) => each.kind === "same-period-last-year" && isMove(each)) ?? card.changes.find(isMove);
  if (change === undefined) return [];
  return [{ card, change, order, weight: weightOf(card, change), freshness: freshnessOf(card.period) }];
}

function freshnessOf({ id, type }: PeriodLabel): number {
  return periodContaining("month", lastDay(periodFromId(id, type))).ordinal;
}

function isMove(change: CardChange): boolean {
  return change.value.kind === "number" && change.value.value !== 0;
}

/** Comparable over kinds of change; neutral moves count half, since nobody has to act on them. */
function weightOf(card: CardModel, change: CardChange): number {
  if (change.value.kind !== "number" || card.value.kind !== "number") return 0;
  const size = Math.abs(change.value.value);
  const base = Math.max(Math.abs(card.value.value), Math.abs(card.value.value - change.value.value));
  const weight =
    change.measure === "absolute" ? size / (base === 0 ? 1 : base) / NOTABLE.share : size / NOTABLE[change.measure];
  return change.improving === null ? weight / 2 : weight;
}

function clause(
  { card, change }: Told,
  { first, samePeriod, brief }: { first: boolean; samePeriod: boolean; brief: boolean },
): HeadlineRun[] {
  const spoken = spokenCard(card, change);
  if (spoken === null) return [];
  const { subject } = spoken;
  const when = samePeriod || card.period === null ? NOWHEN : within(card.period.label);
  const lead = {
    vi: `${first ? subject.vi : lowered(subject.vi)}${place(card).vi}${when.vi}`,
    en: `${subject.en}${place(card).en}${when.en}`,
  };
  return [
    plain({ vi: `${lead.vi} ${spoken.verb.vi} `, en: `${lead.en} ${spoken.verb.en} ` }),
    { text: spoken.figure, tone: "figure", cell: card.ref },
    plain({ vi: `${spoken.after.vi}, `, en: `${spoken.after.en}, ` }),
    { text: changeText(card, change, spoken), tone: toneOf(change), cell: card.ref },
    plain((brief ? AGAINST_BRIEFLY : AGAINST)[change.kind]),
  ];
}

const NOWHEN: Text = { vi: "", en: "" };

/** How a card's value is told: who, verb, figure, what follows; `mover` is what the change is said of, if not the subject. */
interface Spoken {
  subject: Text;
  verb: Text;
  figure: Text;
  after: Text;
  mover: Text;
  growth: boolean;
}

function spokenCard(card: CardModel, change: CardChange): Spoken | null {
  if (card.value.kind !== "number" || change.value.kind !== "number") return null;
  const { value } = card.value;
  if (card.valueType === "growth_pct" || card.growthOffset !== 0) return spokenGrowth(card, value + card.growthOffset);
  const balance = BALANCES[card.ref.indicator];
  if (balance === undefined) return spokenLevel(card, value);
  return spokenBalance(card, value, { words: balance, before: value - change.value.value });
}

function spokenLevel(card: CardModel, value: number): Spoken {
  const verb = value < 0 ? { vi: "ở mức", en: "stood at" } : { vi: "đạt", en: "reached" };
  const figure = figureText(value, card.display);
  return { subject: levelSubject(card.name), verb, figure, after: NOWHEN, mover: NOWHEN, growth: false };
}

/** Balances are named by their sign: "Nhập siêu hàng hóa 1,55 tỷ USD". */
const BALANCES: Readonly<Record<string, { positive: Text; negative: Text }>> = {
  "trade.balance": {
    positive: { vi: "Xuất siêu hàng hóa", en: "Trade surplus" },
    negative: { vi: "Nhập siêu hàng hóa", en: "Trade deficit" },
  },
  "fin.balance": {
    positive: { vi: "Bội thu ngân sách nhà nước", en: "Budget surplus" },
    negative: { vi: "Bội chi ngân sách nhà nước", en: "Budget deficit" },
  },
};

/** Of a surplus that was one before too the change is its own ("xuất siêu … giảm"); otherwise it is the balance that moved. */
function spokenBalance(
  card: CardModel,
  value: number,
  { words, before }: { words: { positive: Text; negative: Text }; before: number },
): Spoken {
  const sameSign = value > 0 && before > 0;
  return {
    subject: value < 0 ? words.negative : words.positive,
    verb: { vi: "là", en: "was" },
    figure: figureText(Math.abs(value), card.display),
    after: NOWHEN,
    mover: sameSign ? NOWHEN : { vi: "cán cân ", en: "the balance " },
    growth: false,
  };
}

/** A growth is told by its verb: "tăng 7,2% so với cùng kỳ", never "tăng −2%". */
function spokenGrowth(card: CardModel, value: number): Spoken {
  const month = /tháng trước|month on month/iu.test(`${card.name.vi} ${card.name.en}`);
  // A growth on the year needs no base of its own: the comparison that follows names it.
  return {
    subject: growthSubject(card.name),
    verb: value < 0 ? { vi: "giảm", en: "fell" } : { vi: "tăng", en: "rose" },
    figure: figureText(Math.abs(value), card.display),
    after: month ? { vi: " so với tháng trước", en: " on the month before" } : NOWHEN,
    mover: NOWHEN,
    growth: true,
  };
}

function changeText(card: CardModel, change: CardChange, { growth, mover }: Spoken): Text {
  const value = change.value.kind === "number" ? change.value.value : 0;
  const up = value > 0;
  const size = Math.abs(value);
  const verb = growth
    ? { vi: up ? "cao hơn" : "thấp hơn", en: up ? "up" : "down" }
    : { vi: up ? "tăng" : "giảm", en: up ? "up" : "down" };
  const fold = change.measure === "percent" ? { vi: foldText(value, "vi"), en: foldText(value, "en") } : null;
  if (fold?.vi && fold.en) return { vi: `${mover.vi}${fold.vi}`, en: `${mover.en}up ${fold.en}` };
  const amount = sizeText(card, change, size);
  return { vi: `${mover.vi}${verb.vi} ${amount.vi}`, en: `${mover.en}${verb.en} ${amount.en}` };
}

function sizeText(card: CardModel, change: CardChange, size: number): Text {
  if (change.measure === "absolute") return figureText(size, card.display);
  const decimals = change.measure === "points" ? Math.max(1, card.display.decimals) : 1;
  const [vi, en] = [formatFigure(size, { lang: "vi", decimals }), formatFigure(size, { lang: "en", decimals })];
  return change.measure === "points"
    ? { vi: `${vi} điểm phần trăm`, en: `${en} percentage points` }
    : { vi: `${vi}%`, en: `${en}%` };
}

const AGAINST: Readonly<Record<CardChange["kind"], Text>> = {
  "same-period-last-year": { vi: " so với cùng kỳ năm trước", en: " on a year earlier" },
  "previous-period": { vi: " so với kỳ trước", en: " on the period before" },
};

const AGAINST_BRIEFLY: Readonly<Record<CardChange["kind"], Text>> = {
  "same-period-last-year": { vi: " so với cùng kỳ", en: " on the year" },
  "previous-period": { vi: " so với kỳ trước", en: " on the period before" },
};

function toneOf(change: CardChange): HeadlineRun["tone"] {
  if (change.improving === null) return "plain";
  return change.improving ? "good" : "watch";
}

const GROWTH_START = /^Tốc độ tăng( trưởng)? /u;
const COMPARED = / so với (cùng kỳ|cùng tháng|tháng trước|cùng kỳ năm trước|cùng tháng năm trước)$/u;
const CUMULATED = / lũy kế$| \(lũy kế\)$| từ đầu năm$/u;
const ENGLISH_TAIL = /,? (growth|year to date|ytd|yoy|year on year|month on month)$|,$/u;

/** The thing that grows: "Tốc độ tăng xuất khẩu lũy kế so với cùng kỳ" → "Xuất khẩu"; the period says the rest. */
function growthSubject(name: Text): Text {
  const vi = stripped(name.vi.replace(GROWTH_START, "").replace(COMPARED, ""), CUMULATED);
  return { vi: vi === "" ? name.vi : raised(vi), en: stripped(name.en, ENGLISH_TAIL) };
}

/** "Vốn FDI đăng ký cấp mới (lũy kế)" → "Vốn FDI đăng ký cấp mới": the period says that it is cumulated. */
function levelSubject(name: Text): Text {
  return { vi: stripped(name.vi, CUMULATED), en: stripped(name.en, /,? (year to date|ytd)$/u) };
}

/** Takes endings off until none is left. */
function stripped(text: string, ending: RegExp): string {
  const shorter = text.replace(ending, "");
  return shorter === text || shorter === "" ? text : stripped(shorter, ending);
}

function within(label: Text): Text {
  return { vi: ` ${lowered(label.vi)}`, en: `, ${label.en},` };
}

function place(card: CardModel): Text {
  return card.breakdownLabel === null
    ? NOWHEN
    : { vi: ` (${card.breakdownLabel.vi})`, en: ` (${card.breakdownLabel.en})` };
}

/** The sentence begins anew after a semicolon; abbreviations such as CPI keep their capitals. */
function lowered(text: string): string {
  const second = text.charAt(1);
  const abbreviation = second !== second.toLowerCase() || /^\p{Lu}[\p{Lu}\d]/u.test(text);
  return abbreviation ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function raised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How old the figures told of are, said once: the reason of the stale card with the newest period. */
function ageOf(told: readonly Told[]): Text | null {
  const [newest] = told
    .filter(({ card }) => card.state === "stale")
    .toSorted((a, b) => b.freshness - a.freshness || a.order - b.order);
  const reason = newest?.card.stateReason ?? null;
  return reason === null ? null : { vi: firstClause(reason.vi), en: firstClause(reason.en) };
}

function firstClause(text: string): string {
  return text.split("; ", 1)[0] ?? text;
}

function plain(text: Text): HeadlineRun {
  return { text, tone: "plain", cell: null };
}
