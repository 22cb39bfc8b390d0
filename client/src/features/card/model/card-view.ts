import type { CardModel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { formatValue, type ShownValue } from "../../../lib/format/index.ts";
import { cardSentence } from "./card-sentence.ts";
import type { CardTexts } from "./card-texts.ts";
import { changeView } from "./change-view.ts";
import { madeText } from "./made-view.ts";
import { periodText } from "./period-text.ts";
import { planView } from "./plan-view.ts";
import { nextDueText, sourceText } from "./source-view.ts";
import { shownStatus, statusView, trendWord } from "./status-view.ts";

/** Everything a card says, for every density; components only lay it out. */
export interface CardView extends CardTexts {
  /** The same as a sentence for those who do not see the card. */
  sentence: string;
}

/** A value that is itself a growth, a comparison index or a difference is read with its sign. */
const SIGNED: ReadonlySet<CardModel["valueType"]> = new Set(["growth_pct", "difference"]);

/** States whose reason says the essential first; the rest stands in the sentence and on the indicator page. */
const CUT: ReadonlySet<CardModel["state"]> = new Set(["stale", "partial"]);

/** The value of a card in its display. */
export function cardValue(card: CardModel, language: Language): ShownValue {
  return formatValue(card.value, {
    display: card.display,
    language,
    offset: card.growthOffset,
    signed: SIGNED.has(card.valueType) || card.growthOffset !== 0,
  });
}

const firstClause = (note: string | null) => note?.split(/; |\. /u)[0] ?? null;
const isJudged = ({ progress: { status } }: CardModel) => status !== "not-assessed" && status !== "not-yet-assessed";

/** Why a value is not what it should be, or has no status; a status beside its plan opens its grounds and needs no more words. */
function noteOf(card: CardModel, planned: boolean, language: Language): string | null {
  if (card.state !== "ready") return card.stateReason?.[language] ?? null;
  return planned && isJudged(card) ? null : card.progress.reason[language];
}

/** `now` in milliseconds is for the age of the value. */
export function cardView(card: CardModel, language: Language, now: number): CardView {
  const status = statusView(shownStatus(card), language);
  const plan = planView(card, status.shape, language);
  const note = noteOf(card, plan !== null, language);
  // An empty card has room for the whole of it: why there is nothing, when it is due, and what there is instead.
  const isCut = card.state !== "empty" && (CUT.has(card.state) || !isJudged(card));
  const view: CardTexts = {
    name: card.name[language],
    breakdown: card.breakdownLabel?.[language] ?? null,
    value: cardValue(card, language),
    period: periodText(card, language),
    status,
    trend: card.state === "ready" || card.state === "stale" ? trendWord(card, language) : null,
    plan,
    changes: card.changes.map((change) => changeView(change, card, language)),
    note,
    shortNote: isCut ? firstClause(note) : note,
    made: madeText(card, language),
    source: sourceText(card, language, now),
    nextDue: card.state === "stale" ? null : nextDueText(card, language),
    flag: card.state === "suspect" ? null : (card.qualityFlag?.[language] ?? null),
  };
  return { ...view, sentence: cardSentence(view, card.simulated, language) };
}
