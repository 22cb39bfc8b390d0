import type { ColumnMapping, ColumnRole, HeadingPlace, TableKey, TableStatus } from "@bochiso/shared/entry";
import { foldDiacritics } from "@bochiso/shared/i18n";
import { columnMeaning, isUnitColumn } from "../column-names.ts";
import type { FileCatalogue } from "../file-catalogue.ts";
import { areaNamed, indicatorNamed, periodNamed } from "../name-reader.ts";
import { statusSuggested } from "../status-told.ts";
import type { FileCell } from "../table.ts";
import { isFigure } from "./find-headings.ts";
import { periodOfHeading, periodWithin } from "./period-within.ts";

/** A column with its headings from the top down and what stands in it. */
export interface SeenColumn {
  readonly column: number;
  readonly levels: readonly string[];
  readonly cells: readonly FileCell[];
}

interface Guess extends SeenColumn {
  readonly role: ColumnRole;
  /** What its heading names, were it one of values. */
  readonly names: Readonly<Record<TableKey, string | null>>;
}

/** Headings of columns that compare, plan or add up: never suggested as values. */
const NOT_VALUES = /so sanh|so voi|ty le|tang|giam|%|ke hoach|cung ky|luy ke|cong don/;
const VALUE_WORDS = /thuc hien|gia tri|so lieu|uoc/;
/** A column is of names or figures where at least this share of its cells are. */
const MOSTLY = 0.5;

/** What each column seems to hold: by what stands in it, then by its headings. Nothing is read before the person agrees. */
export function suggestMapping(from: {
  columns: readonly SeenColumn[];
  headings: HeadingPlace;
  /** Texts above the headings. */
  titles: readonly string[];
  /** Texts below the figures, such as `(*) Số liệu sơ bộ`. */
  notes: readonly string[];
  catalogue: FileCatalogue;
}): ColumnMapping {
  const { headings, titles, catalogue } = from;
  const guesses = from.columns.map((column) => guess(column, titles, catalogue));
  const once = new Map<ColumnRole, number>();
  for (const { role, column } of guesses) if (role !== "value" && !once.has(role)) once.set(role, column);
  const { values, across } = valuesOf(
    guesses.filter(({ role }) => role === "value"),
    once,
  );
  const columns = guesses.map(({ column, role, names }) => {
    const kept: ColumnRole = role === "value" ? (values.has(column) ? "value" : "ignored") : role;
    const isFirst = kept === "value" || once.get(role) === column;
    const of = kept === "value" && across !== null ? (names[across] ?? "") : "";
    return { column, role: isFirst ? kept : "ignored", of };
  });
  const statuses = statusesOf(
    guesses.filter(({ column }) => values.has(column)),
    [...titles, ...from.notes],
  );
  const only = guesses.find(({ column }) => values.has(column))?.names.period;
  const period = (across === null ? only : null) ?? firstPeriod(titles) ?? "";
  const { indicators, areas } = catalogue.choices;
  const fixed = { indicator: single(indicators), area: single(areas), period };
  const withStatus = columns.map((it) => {
    const status = it.role === "value" ? statuses.get(it.column) : undefined;
    return status === undefined ? it : { ...it, status };
  });
  return { headings, columns: withStatus, across, fixed };
}

/** By the headings of the columns of values; where none tells, what stands above and below the table holds for all. */
function statusesOf(values: readonly Guess[], around: readonly string[]): ReadonlyMap<number, TableStatus> {
  const told = new Map<number, TableStatus>();
  for (const { column, levels } of values) {
    const status = statusSuggested(levels.join(" / "));
    if (status !== null) told.set(column, status);
  }
  if (told.size > 0) return told;
  const all = new Set(around.flatMap((text) => statusSuggested(text) ?? []));
  const [only] = all;
  if (only !== undefined && all.size === 1) for (const { column } of values) told.set(column, only);
  return told;
}

/** The only one that the feed sends. */
function single(choices: readonly { readonly code: string }[]): string {
  return choices.length === 1 ? (choices[0]?.code ?? "") : "";
}

function firstPeriod(titles: readonly string[]): string | null {
  for (const title of titles) {
    const period = periodWithin(title);
    if (period !== null) return period;
  }
  return null;
}

function guess(seen: SeenColumn, titles: readonly string[], catalogue: FileCatalogue): Guess {
  const { levels } = seen;
  const heading = levels.join(" / ");
  const named = (reads: (text: string) => string | null): string | null => (reads(heading) === null ? null : heading);
  const names = {
    indicator:
      levels.find((level) => isIndicator(catalogue, level)) ?? named((it) => indicatorNamed(catalogue.names, it)),
    area: levels.find((level) => isArea(catalogue, level)) ?? null,
    period: periodOfHeading(levels, titles),
  };
  return { ...seen, names, role: roleByContent(seen, catalogue) ?? roleByHeading(seen) };
}

function roleByContent({ cells }: SeenColumn, catalogue: FileCatalogue): ColumnRole | null {
  const texts = cells.map(({ text }) => text.trim());
  const mostly = (test: (text: string) => boolean): boolean =>
    texts.length > 0 && texts.filter(test).length >= MOSTLY * texts.length;
  if (mostly((text) => isIndicator(catalogue, text))) return "indicator";
  if (mostly((text) => isArea(catalogue, text))) return "area";
  return mostly((text) => /\D/.test(text) && !/^[\d., ]+$/.test(text) && periodNamed(text, undefined) !== null)
    ? "period"
    : null;
}

function roleByHeading({ levels, cells }: SeenColumn): ColumnRole {
  if (levels.some(isUnitColumn)) return "unit";
  const meanings = levels.map((level) => columnMeaning(level, new Map()));
  if (meanings.some(({ kind }) => kind === "for-people")) return "ignored";
  for (const meaning of meanings) {
    if (meaning.kind !== "field" && meaning.kind !== "names") continue;
    const { field } = meaning;
    if (field === "indicator" || field === "area" || field === "period" || field === "status") return field;
    if (field === "note" || field === "value") return field;
  }
  const figures = cells.filter(isFigure).length;
  const isCompared = NOT_VALUES.test(foldDiacritics(levels.join(" ")));
  return figures > 0 && figures >= MOSTLY * cells.length && !isCompared ? "value" : "ignored";
}

/** Of the columns that may be values those whose headings name the same kind of thing; else the likeliest one. */
function valuesOf(
  candidates: readonly Guess[],
  once: ReadonlyMap<ColumnRole, number>,
): { values: ReadonlySet<number>; across: TableKey | null } {
  for (const key of ["period", "area", "indicator"] as const) {
    const named = candidates.filter(({ names }) => names[key] !== null);
    const different = new Set(named.map(({ names }) => names[key]));
    if (different.size > 1 && !once.has(key))
      return { values: new Set(named.map(({ column }) => column)), across: key };
  }
  const said = candidates.find(({ levels }) => VALUE_WORDS.test(foldDiacritics(levels.join(" "))));
  const likeliest = said ?? candidates[0];
  return { values: new Set(likeliest === undefined ? [] : [likeliest.column]), across: null };
}

function isIndicator({ names, periodTypes }: FileCatalogue, text: string): boolean {
  return periodTypes.has(text) || indicatorNamed(names, text) !== null;
}

function isArea({ names }: FileCatalogue, text: string): boolean {
  return areaNamed(names, text, "") !== null;
}
