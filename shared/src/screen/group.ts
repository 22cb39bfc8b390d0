import type { Text } from "../text/text.ts";
import type { CardModel } from "./card.ts";
import type { GroupBlock, ScreenFrame } from "./overview.ts";

/** Nhóm chỉ số: every indicator of a group in one scope. */
export interface GroupModel {
  frame: ScreenFrame;
  group: GroupBlock;
  cards: CardModel[];
  /** Groups of the set by their short names, for moving sideways. */
  siblings: { code: string; name: Text }[];
}
