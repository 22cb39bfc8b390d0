/** A period read from its id without the product's period module. `at` counts within the type. */
export interface When {
  type: string;
  at: number;
}

const DAY = 86_400_000;
const PER_YEAR: Readonly<Record<string, number>> = { month: 12, quarter: 4, "half-year": 2, year: 1 };

/** Reads the ids of months, quarters, half-years, years, weeks and days. */
export function when(id: string, type: string): When {
  const [year = "", rest = ""] = [id.slice(0, 4), id.slice(5)];
  if (type === "year") return { type, at: Number(year) };
  if (type === "month") return { type, at: Number(year) * 12 + Number(rest) - 1 };
  if (type === "quarter") return { type, at: Number(year) * 4 + Number(rest.slice(1)) - 1 };
  if (type === "half-year") return { type, at: Number(year) * 2 + Number(rest.slice(1)) - 1 };
  if (type === "day") return { type, at: Date.parse(`${id}T00:00:00Z`) / DAY };
  if (type === "week") return { type, at: mondayOfFirstWeek(Number(year)) / 7 + Number(rest.slice(1)) - 1 };
  if (type === "hour") return { type, at: Date.parse(`${id}:00:00Z`) / (DAY / 24) };
  if (type === "static") return { type, at: Date.parse(`${id.slice(0, 10)}T00:00:00Z`) / DAY };
  throw new Error(`no calendar for ${type} ${id}`);
}

/** Days from Monday 1969-12-29 to the Monday of ISO week 1. */
function mondayOfFirstWeek(year: number): number {
  const fourth = Date.UTC(year, 0, 4) / DAY;
  const weekday = new Date(fourth * DAY).getUTCDay() || 7;
  return fourth - weekday + 1 + 3;
}

/** The year a period belongs to. */
export function yearOfPeriod({ type, at }: When): number {
  const perYear = PER_YEAR[type];
  if (perYear !== undefined) return Math.floor(at / perYear);
  if (type === "day") return new Date(at * DAY).getUTCFullYear();
  if (type === "hour") return new Date((at * DAY) / 24).getUTCFullYear();
  if (type === "week") return new Date(at * 7 * DAY).getUTCFullYear();
  throw new Error(`no year of ${type}`);
}

export function shifted({ type, at }: When, by: number): When {
  return { type, at: at + by };
}

/** The same period of the year before; null for 29 February and week 53 without a counterpart. */
export function aYearBefore(period: When): When | null {
  const { type, at } = period;
  const perYear = PER_YEAR[type];
  if (perYear !== undefined) return { type, at: at - perYear };
  if (type === "day") {
    const date = new Date(at * DAY);
    const before = Date.UTC(date.getUTCFullYear() - 1, date.getUTCMonth(), date.getUTCDate());
    return new Date(before).getUTCDate() === date.getUTCDate() ? { type, at: before / DAY } : null;
  }
  if (type === "week") {
    const number = at - mondayOfFirstWeek(yearOfPeriod(period)) / 7;
    const before = { type, at: mondayOfFirstWeek(yearOfPeriod(period) - 1) / 7 + number };
    return yearOfPeriod(before) === yearOfPeriod(period) - 1 ? before : null;
  }
  if (type === "hour") {
    const day = aYearBefore({ type: "day", at: Math.floor(at / 24) });
    return day === null ? null : { type, at: day.at * 24 + (at % 24) };
  }
  return null;
}

/** Every period of the year up to this one. */
export function yearSoFar(period: When): When[] {
  const all: When[] = [];
  const year = yearOfPeriod(period);
  for (let each = period; yearOfPeriod(each) === year; each = shifted(each, -1)) all.unshift(each);
  return all;
}

/** The period of a coarser type that holds this one. */
export function holding(period: When, type: string): When {
  if (period.type === type) return period;
  const [fine, coarse] = [PER_YEAR[period.type], PER_YEAR[type]];
  if (fine !== undefined && coarse !== undefined) return { type, at: Math.floor((period.at * coarse) / fine) };
  if (type === "year") return { type, at: yearOfPeriod(period) };
  if (period.type === "day" && type === "month") {
    const date = new Date(period.at * DAY);
    return { type, at: date.getUTCFullYear() * 12 + date.getUTCMonth() };
  }
  throw new Error(`no ${type} of a ${period.type}`);
}
