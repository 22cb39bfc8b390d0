import type { Area } from "@bochiso/shared/area";
import { AreaCode } from "@bochiso/shared/area";
import type { BreakdownKey } from "@bochiso/shared/breakdown";
import { askedSpan, type CardPoint, type OrdinalSpan, shownOrdinal } from "@bochiso/shared/card";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import type { Period } from "@bochiso/shared/period";
import type { ComparisonBasis } from "@bochiso/shared/screen";
import type { ScreenContext } from "../screen/card-plan.ts";
import { addressText, defaultReading, newestOf, readWindows, type SeriesBook } from "../screen/series-book.ts";
import { basisAreas, standingAt } from "./compared-areas.ts";

/** The whole that areas are compared with. */
export const NATION = AreaCode.parse("VN");

const BASES = ["present", "former"] as const satisfies readonly ComparisonBasis[];

/** Something of each basis. */
export function mapBases<T>(make: (basis: ComparisonBasis) => T): Record<ComparisonBasis, T> {
  return { present: make("present"), former: make("former") };
}

/** Before every ordinal; a span may be open. */
const FIRST = -1_000_000;

/** Cells by area and ordinal, default reading. */
export type Points = ReadonlyMap<string, ReadonlyMap<number, CardPoint>>;

/** What is compared, with the series found of it. */
export interface Compared {
  definition: IndicatorDefinition;
  breakdown: BreakdownKey;
  book: SeriesBook;
}

/** One basis: its units, its newest period with a number, and the periods that may be shown. */
export interface Side {
  basis: ComparisonBasis;
  areas: readonly Area[];
  newest: number | null;
  span: OrdinalSpan;
}

/** The units of a basis and what may be shown of them. */
export function sideOf(
  { world, asked }: ScreenContext,
  { definition, breakdown, book }: Compared,
  basis: ComparisonBasis,
): Side {
  const areas = basisAreas(world, basis);
  const ends = areas.flatMap(
    (area) => newestOf(book, { indicator: definition.code, area: area.code, breakdown }) ?? [],
  );
  const newest = ends.length === 0 ? null : Math.max(...ends);
  const span = asked === null ? { from: newest ?? 0, to: newest ?? 0 } : askedSpan(definition.periodType, asked);
  return { basis, areas, newest, span };
}

/** The nation and the units of both bases at what may be shown and one period before: one statement. */
export async function readPoints(
  { tx }: ScreenContext,
  { definition, breakdown, book }: Compared,
  sides: Record<ComparisonBasis, Side>,
): Promise<Points> {
  const spans = BASES.filter((basis) => sides[basis].newest !== null).map((basis) => sides[basis].span);
  const from = Math.max(Math.min(...spans.map((span) => span.from)) - 1, FIRST);
  const to = Math.max(...spans.map((span) => span.to));
  const codes = [NATION, ...BASES.flatMap((basis) => sides[basis].areas.map(({ code }) => code))];
  const addresses = codes.map((area) => ({ indicator: definition.code, area, breakdown }));
  const windows = await readWindows(
    tx,
    book,
    addresses.map((address) => ({ ...address, from, to })),
  );
  return new Map(
    addresses.flatMap((address) => {
      const window = windows.get(addressText(address));
      return window === undefined ? [] : [[address.area as string, defaultReading(window)] as const];
    }),
  );
}

/** Whether a point has a number. */
export function isNumber(point: CardPoint | undefined): boolean {
  return point?.value.kind === "number";
}

/** What a basis would show: its newest period within the span, and the units of that time with a number. */
export interface Stand {
  period: Period | null;
  areas: Area[];
  have: number;
}

/** What a basis shows of what was read. */
export function standOf(definition: IndicatorDefinition, side: Side, points: Points): Stand {
  const { areas, span, basis } = side;
  const ordinals = areas.flatMap(({ code }) =>
    [...(points.get(code)?.values() ?? [])].filter(isNumber).map(({ ordinal }) => ordinal),
  );
  const shown = shownOrdinal(ordinals, span);
  const period = shown === null ? null : { type: definition.periodType, ordinal: shown };
  const standing = standingAt(areas, basis, period);
  const have = standing.filter(({ code }) => shown !== null && isNumber(points.get(code)?.get(shown))).length;
  return { period, areas: standing, have };
}

/** Without a wish: the boundaries with the newer figures, else those of which more is known, else the present ones. */
export function fullerBasis({ present, former }: Record<ComparisonBasis, Stand>): ComparisonBasis {
  const newer = (former.period?.ordinal ?? FIRST) - (present.period?.ordinal ?? FIRST);
  if (newer !== 0) return newer > 0 ? "former" : "present";
  return shareOf(former) > shareOf(present) ? "former" : "present";
}

function shareOf({ have, areas }: Stand): number {
  return areas.length === 0 ? 0 : have / areas.length;
}
