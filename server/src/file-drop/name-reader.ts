import { OBSERVATION_STATUS_WORDS } from "@bochiso/shared/i18n";
import { firstDay, lastDay, type PeriodType, parsePeriod, readWrittenPeriod } from "@bochiso/shared/period";

/** An area that a name may stand for, with its validity as ISO days (null: open). */
export interface NamedArea {
  readonly code: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Names as the system prints them, in the form of `nameKey`, of what a feed sends. */
export interface KnownNames {
  /** Null: several indicators of the feed have this name. */
  readonly indicators: ReadonlyMap<string, string | null>;
  readonly areas: ReadonlyMap<string, readonly NamedArea[]>;
}

/** Two spellings of one name: case, spaces and composed letters do not matter; Vietnamese marks do. */
export function nameKey(name: string): string {
  return name.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}

/** Numbering before a name, as tables have it: `1.`, `2.3`, `II.`, `-`. */
const NUMBERING = /^(?:\d+(?:\.\d+)*[.)]?|[ivx]+[.)]|[-+•*])\s+/;

/** The code of an indicator that is written by its name; null for what is no name, or that of several. */
export function indicatorNamed({ indicators }: KnownNames, text: string): string | null {
  const key = nameKey(text);
  return indicators.get(key) ?? indicators.get(key.replace(NUMBERING, "")) ?? null;
}

/** The code of an area that is written by its name, of the unit that exists in the period; null where that leaves not one. */
export function areaNamed({ areas }: KnownNames, text: string, period: string): string | null {
  const named = areas.get(nameKey(text)) ?? [];
  const parsed = parsePeriod(period);
  const valid = parsed.ok
    ? named.filter(
        ({ validFrom, validTo }) =>
          (validFrom === null || validFrom <= lastDay(parsed.period)) &&
          (validTo === null || validTo >= firstDay(parsed.period)),
      )
    : named;
  const [only] = valid;
  return valid.length === 1 && only !== undefined ? only.code : null;
}

/** A canonical spelling as it is, and what people write as one; null for what is neither. */
export function periodNamed(text: string, type: PeriodType | undefined): string | null {
  return parsePeriod(text, type).ok ? text : readWrittenPeriod(text, type);
}

const STATUS_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(OBSERVATION_STATUS_WORDS).flatMap(([status, { vi, en }]) => [
    [nameKey(vi), status],
    [nameKey(en), status],
  ]),
);

/** `chính thức` and `A – chính thức` mean A; what is neither stands as it is. */
export function statusNamed(text: string): string {
  const letter = /^([A-Za-z])(?=$|[\s–:.-])/.exec(text)?.[1];
  return letter?.toUpperCase() ?? STATUS_NAMES.get(nameKey(text)) ?? text;
}
