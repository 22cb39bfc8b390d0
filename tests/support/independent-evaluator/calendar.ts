/** A period as its type and its number in the row of all periods of that type. */
export interface Slot {
  readonly type: string;
  readonly at: number;
}

const DAY_MS = 86_400_000;
/** Parts of a year of the types that divide it evenly. */
const PER_YEAR: Readonly<Record<string, number>> = { year: 1, "half-year": 2, quarter: 4, month: 12 };
const HALF_OR_QUARTER = /^(\d{4})-[SQ](\d)$/;

/** The slot of a period id such as `2025`, `2025-Q1`, `2025-03`, `2025-W10`, `2025-03-01`, `2025-03-01T07`. */
export function slotOf(id: string, type: string): Slot {
  const perYear = PER_YEAR[type];
  if (perYear !== undefined) {
    const [, year, part] = HALF_OR_QUARTER.exec(id) ?? /^(\d{4})(?:-(\d{2}))?$/.exec(id) ?? [];
    return { type, at: Number(year) * perYear + Number(part ?? 1) - 1 };
  }
  if (type === "week") {
    const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(id) ?? [];
    return { type, at: firstWeek(Number(year)) + Number(week) - 1 };
  }
  if (type === "day") return { type, at: Date.parse(`${id}T00:00:00Z`) / DAY_MS };
  if (type === "hour") return { type, at: (Date.parse(`${id}:00:00Z`) / DAY_MS) * 24 };
  return { type, at: Number.NaN };
}

/** The calendar year of a slot; of a week its ISO year. */
export function yearOf({ type, at }: Slot): number {
  const perYear = PER_YEAR[type];
  if (perYear !== undefined) return Math.floor(at / perYear);
  // The Thursday of a week lies in its ISO year.
  const day = type === "week" ? at * 7 : dayOf({ type, at });
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** Position of a slot in its year, from 0. */
export function positionOf(slot: Slot): number {
  return slot.at - startOfYear(slot.type, yearOf(slot));
}

/** The same place in the year before. */
export function yearBefore(slot: Slot): Slot {
  if (slot.type === "day" || slot.type === "hour") {
    const date = new Date(dayOf(slot) * DAY_MS);
    const before = Date.UTC(date.getUTCFullYear() - 1, date.getUTCMonth(), date.getUTCDate()) / DAY_MS;
    return slot.type === "day" ? { type: "day", at: before } : { type: "hour", at: before * 24 + (slot.at % 24) };
  }
  return { type: slot.type, at: startOfYear(slot.type, yearOf(slot) - 1) + positionOf(slot) };
}

/** The last slot of the year before. */
export function endOfYearBefore(slot: Slot): Slot {
  return { type: slot.type, at: startOfYear(slot.type, yearOf(slot)) - 1 };
}

/** The slots from the start of the year to this one. */
export function sinceJanuary(slot: Slot): Slot[] {
  return lastSlots(slot, positionOf(slot) + 1);
}

/** The last `count` slots up to this one. */
export function lastSlots(slot: Slot, count: number): Slot[] {
  return Array.from({ length: count }, (_, index) => ({ type: slot.type, at: slot.at - count + 1 + index }));
}

/** The days of a month, quarter or year, or of whatever else holds days. */
export function daysWithin(slot: Slot): Slot[] {
  const first = dayOf(slot);
  const next = dayOf({ type: slot.type, at: slot.at + 1 });
  return Array.from({ length: next - first }, (_, index) => ({ type: "day", at: first + index }));
}

/** The months of a quarter or year. */
export function monthsWithin({ type, at }: Slot): Slot[] {
  const count = 12 / (PER_YEAR[type] ?? Number.NaN);
  return Array.from({ length: count }, (_, index) => ({ type: "month", at: at * count + index }));
}

function startOfYear(type: string, year: number): number {
  const perYear = PER_YEAR[type];
  if (perYear !== undefined) return year * perYear;
  if (type === "week") return firstWeek(year);
  const day = Date.UTC(year, 0, 1) / DAY_MS;
  return type === "hour" ? day * 24 : day;
}

/** Weeks are counted by their Thursdays: week 0 is the one of 1 January 1970, a Thursday. */
function firstWeek(year: number): number {
  // The first Thursday of a year opens its week 1.
  return Math.ceil(Date.UTC(year, 0, 1) / DAY_MS / 7);
}

/** The first day of a slot, in days since 1970. */
function dayOf({ type, at }: Slot): number {
  const perYear = PER_YEAR[type];
  if (perYear !== undefined) {
    const months = at * (12 / perYear);
    return Date.UTC(Math.floor(months / 12), months % 12, 1) / DAY_MS;
  }
  if (type === "week") return at * 7 - 3;
  return type === "hour" ? Math.floor(at / 24) : at;
}
