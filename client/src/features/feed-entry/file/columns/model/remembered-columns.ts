import { type ColumnMapping, type ColumnQuestion, ColumnRole, TABLE_KEYS } from "@bochiso/shared/entry";
import { z } from "zod";
import { lowestHeading } from "./change-mapping.ts";

/** What was said of a table with the same headings: no figure, no period. */
const Remembered = z.object({
  headings: z.string(),
  roles: z.array(ColumnRole),
  across: z.enum(TABLE_KEYS).nullable(),
  indicator: z.string(),
  area: z.string(),
});
type Remembered = z.infer<typeof Remembered>;

/** Tables of a feed that are remembered in this browser, the last said first. */
const MOST = 12;
const keyOf = (feed: string): string => `bochiso.columns.${feed}`;

/** What was said of a table with these headings before, put on the question; without any, what seems likely. */
export function rememberedMapping(feed: string, { columns, suggested }: ColumnQuestion): ColumnMapping {
  const known = read(feed).find(({ headings }) => headings === headingsOf(columns));
  if (known === undefined || known.roles.length !== suggested.columns.length) return suggested;
  const { roles, across, indicator, area } = known;
  const mapped = suggested.columns.map(({ of, role: likely, ...it }, at) => {
    const role = roles[at] ?? likely;
    const asked = columns[at];
    const heading = across === suggested.across && of !== "" ? of : asked === undefined ? "" : lowestHeading(asked);
    return { ...it, role, of: role === "value" && across !== null ? heading : "" };
  });
  return { ...suggested, columns: mapped, across, fixed: { ...suggested.fixed, indicator, area } };
}

/** Remembers what was said; a browser without storage forgets. */
export function rememberMapping(feed: string, { columns }: ColumnQuestion, mapping: ColumnMapping): void {
  const { across, fixed } = mapping;
  const headings = headingsOf(columns);
  const said: Remembered = {
    headings,
    roles: mapping.columns.map(({ role }) => role),
    across,
    indicator: fixed.indicator,
    area: fixed.area,
  };
  const others = read(feed).filter((it) => it.headings !== headings);
  try {
    localStorage.setItem(keyOf(feed), JSON.stringify([said, ...others].slice(0, MOST)));
  } catch {
    return;
  }
}

/** Months and years in headings change from one table to the next: digits do not count. */
function headingsOf(columns: ColumnQuestion["columns"]): string {
  return columns.map(({ heading }) => heading.toLowerCase().replace(/\d+/g, "#")).join("|");
}

function read(feed: string): Remembered[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(feed)) ?? "[]");
    const parsed = z.array(Remembered).safeParse(stored);
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}
