/** A period as its type and its number in the row of all periods of that type. */
export interface Slot {
  readonly type: string;
  readonly at: number;
}

const DAY_MS = 86_400_000;
/** Parts of a year of the types that divide it evenly. */
const PER_YEAR: Readonly<Record<string, number>> = { year: 1, "half-year": 2, quarter: 4, month: 12, "half-month": 24 };
const HALF_OR_QUARTER = /^(\d{4})-[SQ](\d)$/;
/** From short to long; weeks and what lies between them and years do not nest. */
const LENGTHS = ["hour", "day", "week", "half-month", "month", "quarter", "half-year", "year", "term", "static"];
/** Terms begin in 2021 + 5k. */
const FIRST_TERM = 2021;

/** Whether periods of a type are longer than those of another. */
export function isLonger(type: string, than: string): boolean {
  return LENGTHS.indexOf(type) > LENGTHS.indexOf(than);
}

/** The slot of a period id such as `2025`, `2025-Q1`, `2025-03`, `2025-W10`, `2025-03-01`, `2025-03-01T07`. */
export function slotOf(id: string, type: string): Slot {
  if (type === "half-month") {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})\/P\d+D$/.exec(id) ?? [];
    return { type, at: (Number(year) * 12 + Number(month) - 1) * 2 + (day === "01" ? 0 : 1) };
  }
  if (type === "term") return { type, at: (Number(id.slice(0, 4)) - FIRST_TERM) / 5 };
  if (type === "static") return { type, at: Date.parse(`${id.slice(0, 10)}T00:00:00Z`) / DAY_MS };
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
  if (type === "term") return FIRST_TERM + at * 5;
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

/** A slot that there is not: 29 February or week 53 of most years. */
const NOWHERE = Number.NaN;

/** The same place in the year before; nowhere where that year has none. */
export function yearBefore(slot: Slot): Slot {
  if (slot.type === "term" || slot.type === "static") return { type: slot.type, at: NOWHERE };
  if (slot.type === "day" || slot.type === "hour") {
    const date = new Date(dayOf(slot) * DAY_MS);
    const then = new Date(Date.UTC(date.getUTCFullYear() - 1, date.getUTCMonth(), date.getUTCDate()));
    const before = then.getUTCMonth() === date.getUTCMonth() ? then.getTime() / DAY_MS : NOWHERE;
    return slot.type === "day" ? { type: "day", at: before } : { type: "hour", at: before * 24 + (slot.at % 24) };
  }
  const before = { type: slot.type, at: startOfYear(slot.type, yearOf(slot) - 1) + positionOf(slot) };
  return yearOf(before) === yearOf(slot) - 1 ? before : { type: slot.type, at: NOWHERE };
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

/** The last day of a slot, in days since 1970; of a validity its first day. */
export function lastDayOf(slot: Slot): number {
  return slot.type === "static" ? slot.at : dayOf({ type: slot.type, at: slot.at + 1 }) - 1;
}

/** The longer slot that a slot lies in. */
export function slotAround(slot: Slot, type: string): Slot {
  // A week lies where its Thursday does.
  const day = slot.type === "week" ? slot.at * 7 : dayOf(slot);
  return slotOfDay(day, type);
}

/** The shorter slots of a type inside a slot. */
export function slotsWithin(slot: Slot, type: string): Slot[] {
  const [first, last] = [dayOf(slot), lastDayOf(slot)];
  const [from, to] =
    type === "week"
      ? [Math.ceil(first / 7), Math.floor(last / 7)]
      : [slotOfDay(first, type).at, slotOfDay(last, type).at];
  return Array.from({ length: to - from + 1 }, (_, index) => ({ type, at: from + index }));
}

function slotOfDay(day: number, type: string): Slot {
  if (type === "day") return { type, at: day };
  const date = new Date(day * DAY_MS);
  const year = date.getUTCFullYear();
  if (type === "term") return { type, at: Math.floor((year - FIRST_TERM) / 5) };
  if (type === "half-month") {
    return { type, at: (year * 12 + date.getUTCMonth()) * 2 + (date.getUTCDate() > 15 ? 1 : 0) };
  }
  const perYear = PER_YEAR[type];
  if (perYear === undefined) throw new Error(`The independent evaluator knows no ${type} of a day`);
  return { type, at: year * perYear + Math.floor((date.getUTCMonth() * perYear) / 12) };
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
  if (type === "term") return Date.UTC(FIRST_TERM + at * 5, 0, 1) / DAY_MS;
  if (type === "half-month") {
    return Date.UTC(Math.floor(at / 24), Math.floor((at % 24) / 2), at % 2 === 0 ? 1 : 16) / DAY_MS;
  }
  const perYear = PER_YEAR[type];
  if (perYear !== undefined) {
    const months = at * (12 / perYear);
    return Date.UTC(Math.floor(months / 12), months % 12, 1) / DAY_MS;
  }
  if (type === "week") return at * 7 - 3;
  return type === "hour" ? Math.floor(at / 24) : at;
}
