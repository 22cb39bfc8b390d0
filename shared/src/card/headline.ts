import { formatNumber } from "../i18n/format-number.ts";
import type { CardChange, CardModel } from "../screen/card.ts";
import type { HeadlineRun } from "../screen/overview.ts";
import type { Text } from "../text/text.ts";
import { figureText } from "./figure-text.ts";

/** Clauses of a headline; more is no headline. */
const CLAUSES = 3;

/** How big a change must be to count as one whole: 10 %, one percentage point, a tenth of the value. */
const NOTABLE = { percent: 10, points: 1, share: 0.1 } as const;

interface Told {
  card: CardModel;
  change: CardChange;
  order: number;
  weight: number;
}

/**
 * The generated sentence of a home screen: what changed most among its headline cards against the same period of last
 * year (else the period before), in the cards' order, and how old the figures are. Each figure opens its cell. Empty
 * cards, partial periods and cards without a computed change are not spoken of.
 */
export function headline(cards: readonly CardModel[]): HeadlineRun[] {
  const told = cards
    .flatMap((card, order) => tellable(card, order))
    .toSorted((a, b) => b.weight - a.weight || a.order - b.order)
    .slice(0, CLAUSES)
    .toSorted((a, b) => a.order - b.order);
  if (told.length === 0) return [plain(NOTHING)];
  const runs = told.flatMap((each, index) => [
    ...(index === 0 ? [] : [plain({ vi: "; ", en: "; " })]),
    ...clause(each, index === 0, told[index - 1]?.card.period?.label.vi === each.card.period?.label.vi),
  ]);
  runs.push(plain({ vi: ".", en: "." }));
  const age = ageOf(told.map(({ card }) => card));
  return age === null ? runs : [...runs, plain({ vi: ` ${age.vi}.`, en: ` ${age.en}.` })];
}

const NOTHING: Text = {
  vi: "Chưa có biến động để tổng hợp từ các chỉ số chủ yếu.",
  en: "No changes to report among the headline indicators yet.",
};

function tellable(card: CardModel, order: number): Told[] {
  if (card.value.kind !== "number" || card.period === null) return [];
  if (card.state !== "ready" && card.state !== "stale") return [];
  const change =
    card.changes.find((each) => each.kind === "same-period-last-year" && isMove(each)) ?? card.changes.find(isMove);
  return change === undefined ? [] : [{ card, change, order, weight: weightOf(card, change) }];
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

function clause({ card, change }: Told, first: boolean, samePeriod: boolean): HeadlineRun[] {
  const spoken = spokenCard(card);
  if (spoken === null || change.value.kind !== "number") return [];
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
    plain(against(change, spoken.growth)),
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

function spokenCard(card: CardModel): Spoken | null {
  if (card.value.kind !== "number") return null;
  const { value } = card.value;
  if (card.valueType === "growth_pct" || card.growthOffset !== 0) return spokenGrowth(card, value + card.growthOffset);
  const balance = BALANCES[card.ref.indicator];
  return balance === undefined ? spokenLevel(card, value) : spokenBalance(card, value, balance);
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

function spokenBalance(card: CardModel, value: number, words: { positive: Text; negative: Text }): Spoken {
  return {
    subject: value < 0 ? words.negative : words.positive,
    verb: { vi: "là", en: "was" },
    figure: figureText(Math.abs(value), card.display),
    after: NOWHEN,
    mover: { vi: "cán cân ", en: "the balance " },
    growth: false,
  };
}

/** A growth is told by its verb: "tăng 7,2% so với cùng kỳ", never "tăng −2%". */
function spokenGrowth(card: CardModel, value: number): Spoken {
  const month = /tháng trước|month on month/iu.test(`${card.name.vi} ${card.name.en}`);
  return {
    subject: growthSubject(card.name),
    verb: value < 0 ? { vi: "giảm", en: "fell" } : { vi: "tăng", en: "rose" },
    figure: figureText(Math.abs(value), card.display),
    after: month
      ? { vi: " so với tháng trước", en: " on the month before" }
      : { vi: " so với cùng kỳ", en: " on a year earlier" },
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
  const amount = sizeText(card, change, size);
  return { vi: `${mover.vi}${verb.vi} ${amount.vi}`, en: `${mover.en}${verb.en} ${amount.en}` };
}

function sizeText(card: CardModel, change: CardChange, size: number): Text {
  if (change.measure === "absolute") return figureText(size, card.display);
  const decimals = change.measure === "points" ? Math.max(1, card.display.decimals) : 1;
  const [vi, en] = [formatNumber(size, { lang: "vi", decimals }), formatNumber(size, { lang: "en", decimals })];
  return change.measure === "points"
    ? { vi: `${vi} điểm phần trăm`, en: `${en} percentage points` }
    : { vi: `${vi}%`, en: `${en}%` };
}

/** A growth is compared with the growth of the other period, a level with its level. */
function against({ kind }: CardChange, growth: boolean): Text {
  if (kind === "previous-period") return { vi: " so với kỳ trước", en: " on the period before" };
  return growth
    ? { vi: " so với mức của cùng kỳ năm trước", en: " on the rate of a year earlier" }
    : { vi: " so với cùng kỳ năm trước", en: " on the same period of last year" };
}

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
function ageOf(cards: readonly CardModel[]): Text | null {
  const stale = cards.filter((card) => card.state === "stale" && card.stateReason !== null);
  const reason = stale.at(0)?.stateReason;
  if (reason === undefined || reason === null) return null;
  return { vi: reason.vi.split("; ")[0] ?? reason.vi, en: reason.en.split("; ")[0] ?? reason.en };
}

function plain(text: Text): HeadlineRun {
  return { text, tone: "plain", cell: null };
}
