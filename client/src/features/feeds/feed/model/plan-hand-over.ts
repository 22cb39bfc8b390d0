import {
  type Approver,
  type FeedModel,
  type HandOverInput,
  holdsArea,
  type OwnedIndicator,
} from "@bochiso/shared/feed";
import type { Text } from "@bochiso/shared/text";

/** Everything the feed owns of an indicator. */
export const ALL_OWNED = "";

/** Most cells of one hand-over (`HandOverInput`). */
export const MOST_CELLS = 5_000;

/** A hand-over as it is filled in. */
export interface HandOverDraft {
  /** Code of the receiving feed; empty: none chosen. */
  readonly to: string;
  readonly indicators: ReadonlySet<string>;
  /** A code, or `ALL_OWNED`. */
  readonly area: string;
  /** As typed in Viet Nam (`2026-12-01T08:00`); empty: at once. */
  readonly at: string;
  readonly basis: string;
}

/** What will be asked once it is confirmed, with the names that are read back. */
export interface PlannedHandOver {
  readonly input: HandOverInput;
  readonly toName: Text;
  readonly indicators: readonly { readonly code: string; readonly name: Text; readonly areas: readonly string[] }[];
}

/** Cells of chosen indicators: all the areas owned of each, or one area where it is owned. */
export function handOverCells(
  owns: readonly OwnedIndicator[],
  { indicators, area }: Pick<HandOverDraft, "indicators" | "area">,
): { indicator: string; area: string }[] {
  return owns
    .filter(({ code }) => indicators.has(code))
    .flatMap(({ code, areas }) =>
      area === ALL_OWNED
        ? areas.filter((it) => !it.startsWith("!")).map((it) => ({ indicator: code, area: it }))
        : holdsArea(new Set(areas), area)
          ? [{ indicator: code, area }]
          : [],
    );
}

/** Whether any of the chosen indicators (of all, where none is chosen) is owned in an area. */
export function isOwnedIn(owns: readonly OwnedIndicator[], indicators: ReadonlySet<string>, area: string): boolean {
  const asked = indicators.size === 0 ? owns : owns.filter(({ code }) => indicators.has(code));
  return asked.some(({ areas }) => holdsArea(new Set(areas), area));
}

/** A moment typed in Viet Nam (`2026-12-01T08:00`) as an instant; null for nothing typed. */
export function instantOf(typed: string): string | null {
  return typed === "" ? null : `${typed}:00+07:00`;
}

/** Whether a typed moment is over (or none at all) at `now` (ms). Nothing typed is not. */
export function isOver(typed: string, now: number): boolean {
  const instant = instantOf(typed);
  return instant !== null && !(Date.parse(instant) >= now);
}

/** The hand-over to be confirmed. */
export function planHandOver(
  model: Pick<FeedModel, "code" | "owns">,
  draft: HandOverDraft,
  { toName, by }: { toName: Text; by: Approver },
): PlannedHandOver {
  const cells = handOverCells(model.owns, draft);
  const areasOf = Map.groupBy(cells, ({ indicator }) => indicator);
  return {
    input: { from: model.code, to: draft.to, at: instantOf(draft.at), cells, basis: draft.basis, by },
    toName,
    indicators: model.owns.flatMap(({ code, name }) => {
      const own = areasOf.get(code);
      return own === undefined ? [] : [{ code, name, areas: own.map(({ area }) => area) }];
    }),
  };
}
