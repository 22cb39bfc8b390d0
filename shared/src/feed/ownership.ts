import { SINCE_EVER } from "./since-ever.ts";

/** From a moment on (ISO instant, included) a feed sends a cell, until the next row of the same cell; null: nobody by name. */
export interface OwnershipRow {
  readonly indicator: string;
  /** A code, `*` for every real area, `demo:*` for every fictional one. */
  readonly area: string;
  readonly validFrom: string;
  readonly feed: string | null;
}

/** What a feed owns at a moment: indicator → areas. `!01` leaves an area out of `*`, which another feed owns by name. */
export type OwnedCells = ReadonlyMap<string, ReadonlySet<string>>;

/** Who owns what, at any moment. */
export interface Ownership {
  /** Feed → its cells at an instant (ISO). The same object between two changes. */
  scopesAt(at: string): ReadonlyMap<string, OwnedCells>;
}

/** How many moments' scopes are held: now, and a replay of the past beside it. */
const HELD = 4;

const REAL = "*";
const FICTIONAL = "demo:*";

/** The `*` that an area falls under. */
export function wildcardOf(area: string): string {
  return area.startsWith("demo:") ? FICTIONAL : REAL;
}

/** Whether owned areas hold a code: by name, or by the `*` it falls under unless it is left out. */
export function holdsArea(areas: ReadonlySet<string>, code: string, wildcard: string = wildcardOf(code)): boolean {
  return areas.has(code) || (areas.has(wildcard) && !areas.has(`!${code}`));
}

/**
 * Ownership out of its rows, in any order. A cell by name goes before `*`, so that every cell has one owner at every
 * moment, whatever rows there are.
 */
export function createOwnership(rows: readonly OwnershipRow[]): Ownership {
  const moments = [...new Set(rows.map(({ validFrom }) => validFrom))].sort();
  const sorted = [...rows].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const held = new Map<string, ReadonlyMap<string, OwnedCells>>();
  return {
    scopesAt(at) {
      const instant = normalised(at);
      const moment = moments.findLast((it) => it <= instant) ?? SINCE_EVER;
      const known = held.get(moment) ?? scopes(sorted, moment);
      held.delete(moment);
      held.set(moment, known);
      const oldest = held.size > HELD ? held.keys().next().value : undefined;
      if (oldest !== undefined) held.delete(oldest);
      return known;
    },
  };
}

/** UTC with milliseconds: texts of instants then compare as instants do. */
function normalised(at: string): string {
  return at.length === SINCE_EVER.length && at.endsWith("Z") ? at : new Date(at).toISOString();
}

function scopes(sorted: readonly OwnershipRow[], moment: string): ReadonlyMap<string, OwnedCells> {
  const owners = new Map<string, OwnershipRow>();
  for (const row of sorted) if (row.validFrom <= moment) owners.set(`${row.indicator}\n${row.area}`, row);
  const owned = new Map<string, Map<string, Set<string>>>();
  const areasOf = (feed: string, indicator: string): Set<string> => {
    const cells = owned.get(feed) ?? new Map<string, Set<string>>();
    owned.set(feed, cells);
    const areas = cells.get(indicator) ?? new Set<string>();
    cells.set(indicator, areas);
    return areas;
  };
  for (const { feed, indicator, area } of owners.values()) {
    if (feed === null) continue;
    areasOf(feed, indicator).add(area);
    if (area === REAL || area === FICTIONAL) continue;
    const general = owners.get(`${indicator}\n${wildcardOf(area)}`)?.feed;
    if (general !== undefined && general !== null && general !== feed) areasOf(general, indicator).add(`!${area}`);
  }
  return owned;
}
