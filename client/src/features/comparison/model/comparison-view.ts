import { MIN_RANKED } from "@bochiso/shared/card";
import { formatNumber } from "@bochiso/shared/i18n";
import type { AreaComparison, AreaRow } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { formatValue, joinUnit } from "../../../lib/format/index.ts";
import type { MapArea } from "../../../maps/index.ts";
import { comparisonWords } from "../words.ts";
import { axis, type LegendClass, legendOf, type SymbolScale, symbolsOf } from "./comparison-scale.ts";

export interface RankedRow {
  row: AreaRow;
  name: string;
  text: string;
  /** Position on the axis, percent. */
  at: number;
  /** How a recast value came about; null for one of the unit itself. */
  how: string | null;
  /** "12,4%" of the nation, where values add up to it. */
  share: string | null;
}

/** Areas without a number for the same reason. */
export interface UnrankedGroup {
  reason: string;
  names: string[];
}

export interface ComparisonView {
  ranked: RankedRow[];
  unranked: UnrankedGroup[];
  unrankedCount: number;
  legend: LegendClass[];
  /** Circles of counts and sums; null where areas are coloured. */
  symbols: SymbolScale | null;
  areas: ReadonlyMap<string, MapArea>;
  /** What the areas are comparable with: position of the line, its text and its name. */
  reference: { at: number; text: string; label: string; note: string | null } | null;
  target: { at: number; text: string; label: string } | null;
  /** Where the stems start, percent: the line, zero where the axis holds it, else the left end. */
  origin: number;
  /** How many values were combined or recomputed from former units, and how many came over whole. */
  recast: { combined: number; carried: number };
  /** Too few to be ranked. */
  isSmall: boolean;
}

const numberOf = (row: AreaRow) => (row.value.kind === "number" ? row.value.value : null);

/** Everything the map, the ranking and the table say, so that the three cannot differ. */
export function comparisonView(comparison: AreaComparison, language: Language): ComparisonView {
  const { display, growthOffset: offset, reference, target, additive } = comparison;
  const format = (value: AreaRow["value"]) => formatValue(value, { display, language, offset, signed: offset !== 0 });
  const withData = comparison.rows.filter((row) => numberOf(row) !== null && row.rank !== null);
  const lines = [...(reference === null ? [] : [reference.value.value]), ...(target === null ? [] : [target.value])];
  const zero = additive ? [0] : [];
  const place = axis([...withData.flatMap((row) => numberOf(row) ?? []), ...lines, ...zero]);
  const ranked = withData
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map((row) => ({
      row,
      name: row.name[language],
      text: format(row.value).text,
      at: place(numberOf(row) ?? 0),
      how: row.recast?.how[language] ?? null,
      share: row.share === null ? null : percent(row.share, language),
    }));
  const without = comparison.rows.filter((row) => !withData.includes(row));
  const symbols = additive ? symbolsOf(comparison, language) : null;
  return {
    ranked,
    unranked: unrankedOf(without, language),
    unrankedCount: without.length,
    legend: legendOf(comparison, language),
    symbols,
    areas: mapAreas(comparison, language, symbols),
    reference:
      reference === null
        ? null
        : {
            at: place(reference.value.value),
            text: joinUnit(format(reference.value)),
            label: reference.label[language],
            note: noteOf(reference, joinUnit(format(reference.value)), language),
          },
    target:
      target === null
        ? null
        : {
            at: place(target.value),
            text: format({ kind: "number", value: target.value }).text,
            label: target.label[language],
          },
    origin: originOf(comparison, place),
    recast: {
      combined: withData.filter(({ recast }) => recast !== null && recast.way !== "carried").length,
      carried: withData.filter(({ recast }) => recast?.way === "carried").length,
    },
    isSmall: withData.length < MIN_RANKED,
  };
}

/** What the line is: a figure that was published for the whole is no mean of its parts. */
function noteOf(reference: NonNullable<AreaComparison["reference"]>, text: string, language: Language): string | null {
  const { origin, label } = reference;
  return origin === undefined ? null : comparisonWords[language].line[origin](label[language], text);
}

/** Stems start at the line; where there is none at zero, if the axis holds it. */
function originOf(
  { reference, additive, growthOffset, rows }: AreaComparison,
  place: (value: number) => number,
): number {
  if (reference !== null) return place(reference.value.value);
  const shown = rows.flatMap((row) => numberOf(row) ?? []).map((value) => value + growthOffset);
  const crosses = Math.min(...shown) < 0 && Math.max(...shown) > 0;
  return additive || crosses ? place(-growthOffset) : 0;
}

function percent(share: number, language: Language): string {
  return `${formatNumber(share * 100, { lang: language, decimals: 1 })}%`;
}

function unrankedOf(rows: readonly AreaRow[], language: Language): UnrankedGroup[] {
  const t = comparisonWords[language];
  const groups = Map.groupBy(rows, ({ absence }) => absence?.[language] ?? t.noData);
  return [...groups].map(([reason, members]) => ({ reason, names: members.map(({ name }) => name[language]) }));
}

/** What is said of each area where it is pointed at. */
function mapAreas(
  comparison: AreaComparison,
  language: Language,
  symbols: SymbolScale | null,
): ReadonlyMap<string, MapArea> {
  const t = comparisonWords[language];
  const { display, growthOffset: offset } = comparison;
  const areas = new Map<string, MapArea>();
  for (const row of comparison.rows) {
    const value = numberOf(row);
    const rank = row.rank === null || comparison.have < MIN_RANKED ? "" : `, ${t.rankOf(row.rank)}`;
    const recast = row.recast === null ? "" : `; ${t.recastMark(row.recast.how[language])}`;
    const now = row.successor === null ? "" : ` (${t.nowIn(row.successor.name[language])})`;
    const shown = joinUnit(formatValue(row.value, { display, language, offset, signed: offset !== 0 }));
    const said = value === null ? (row.absence?.[language] ?? t.noData) : `${shown}${rank}${recast}`;
    areas.set(row.area, {
      code: row.area,
      class: row.class,
      size: symbols === null || value === null ? null : symbols.sizeOf(value),
      label: `${row.name[language]}${now}: ${said}`,
    });
  }
  return areas;
}
