import { holdsArea, type OwnedIndicator } from "@bochiso/shared/feed";

/** Everything the feed owns of an indicator. */
export const ALL_OWNED = "";

/** Cells of chosen indicators: all the areas owned of each, or one area where it is owned. */
export function handOverCells(
  owns: readonly OwnedIndicator[],
  { indicators, area }: { indicators: ReadonlySet<string>; area: string },
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

/** A moment typed in Viet Nam (`2026-12-01T08:00`) as an instant; null for nothing typed. */
export function instantOf(typed: string): string | null {
  return typed === "" ? null : `${typed}:00+07:00`;
}
