import { compareVietnamese } from "@bochiso/shared/i18n";
import type { CardModel } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { matchesFolded } from "../../../lib/text/index.ts";
import { shownStatus } from "../../card/index.ts";

/** Orders beside that of the set. */
export const GROUP_ORDERS = ["ten", "thaydoi", "kymoi"] as const;
export type GroupOrder = (typeof GROUP_ORDERS)[number];

/** What the address asks to see of a group. `only`: "co" with data, "chua" without, or a status. */
export interface CardChoice {
  text: string;
  only: string | null;
  order: GroupOrder | null;
}

const hasData = (card: CardModel) => card.period !== null;

function passes(card: CardModel, only: string | null): boolean {
  if (only === null || only === "") return true;
  if (only === "co") return hasData(card);
  if (only === "chua") return !hasData(card);
  return shownStatus(card) === only;
}

/** Growth on the year before in %; null where the change is not in percent: points and amounts do not compare. */
function yearChange(card: CardModel): number | null {
  const change = card.changes.find(({ kind, measure }) => kind === "same-period-last-year" && measure === "percent");
  return change?.value.kind === "number" ? change.value.value : null;
}

/** Largest first; cards without a number keep their order behind the others. */
function byNumber(cards: readonly CardModel[], numberOf: (card: CardModel) => number | null): CardModel[] {
  const low = Number.NEGATIVE_INFINITY;
  const keyed = cards.map((card) => ({ card, number: numberOf(card) ?? low }));
  return keyed.toSorted((a, b) => (a.number === b.number ? 0 : b.number - a.number)).map(({ card }) => card);
}

const received = (card: CardModel) => {
  const at = Date.parse(card.source?.receivedAt ?? "");
  return Number.isFinite(at) ? at : null;
};

/** The cards that the address asks for, in its order; without one in the order of the set. */
export function chooseCards(cards: readonly CardModel[], choice: CardChoice, language: Language): CardModel[] {
  const chosen = cards.filter(
    (card) =>
      passes(card, choice.only) &&
      matchesFolded(
        [card.name.vi, card.name.en, card.breakdownLabel?.[language], card.ref.indicator].join(" "),
        choice.text,
      ),
  );
  if (choice.order === "thaydoi") return byNumber(chosen, yearChange);
  if (choice.order === "kymoi") return byNumber(chosen, received);
  if (choice.order === "ten") return chosen.toSorted((a, b) => compareVietnamese(a.name[language], b.name[language]));
  return chosen;
}

/** Cards with data and those without, each in the order given. */
export function splitByData(cards: readonly CardModel[]): { full: CardModel[]; empty: CardModel[] } {
  return { full: cards.filter(hasData), empty: cards.filter((card) => !hasData(card)) };
}
