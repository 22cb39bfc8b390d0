import type { FeedStrip, StripState } from "@bochiso/shared/feed";
import { PERIOD_TYPE_WORDS } from "@bochiso/shared/i18n";
import type { Language } from "@bochiso/shared/text";
import { newestDue } from "./feed-standings.ts";
import { periodText } from "./period-text.ts";
import { stripWords } from "./strip-words.ts";

/** In the order in which they are told and stand in the legend. */
export const STRIP_STATES = [
  "on-time",
  "late",
  "incomplete",
  "missing",
  "not-yet-due",
  "undated",
  "not-judged",
  "published",
  "not-connected",
  "none",
] as const satisfies readonly StripState[];

/** What a strip shows, in words: how many periods stand how, and how the newest one due stands. */
export function stripSentence({ periodType, cells }: FeedStrip, language: Language): string {
  const t = stripWords[language];
  const counts = STRIP_STATES.flatMap((state) => {
    const count = cells.filter((cell) => cell.state === state).length;
    return count === 0 ? [] : [t.counted(count, t[state])];
  });
  const [first, last] = [cells[0], cells.at(-1)];
  if (first === undefined || last === undefined) return "";
  const period = (id: string) => periodText(id, language, "compact");
  const newest = newestDue(cells);
  return [
    t.strip(PERIOD_TYPE_WORDS[periodType][language], period(first.period), period(last.period), counts.join(", ")),
    ...(newest === null ? [] : [t.newest(period(newest.period), t[newest.state])]),
  ].join(" ");
}
