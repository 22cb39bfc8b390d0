import type { CardChoice } from "./model/choose-cards.ts";

/** Ways of looking at the same cards: as cards, table, map with ranking, ranking alone. */
export const GROUP_VIEWS = ["the", "bang", "bando", "xephang"] as const;
export type GroupView = (typeof GROUP_VIEWS)[number];

/** What the address asks for. */
export interface GroupChoice extends CardChoice {
  view: GroupView;
  /** The indicator on the map and in the ranking. */
  indicator: string | null;
  areaBasis: "present" | "former" | undefined;
}
