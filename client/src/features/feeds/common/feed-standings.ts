import type { FeedSummary, StripCell, StripState } from "@bochiso/shared/feed";
import type { StatusShape } from "@bochiso/shared/i18n";

/** What can be said of a feed now; several may hold at once. The words of the address of the list. */
export type FeedState =
  | "ngung"
  | "cho-duyet"
  | "tre-han"
  | "tra-lai"
  | "thieu"
  | "loi"
  | "lay-loi"
  | "im-lang"
  | "chua-noi"
  | "chua-gui"
  | "tot";

/** One thing to say of a feed, with the number it is about (0 where it is about none). */
export interface FeedStanding {
  readonly state: FeedState;
  readonly count: number;
}

/** Each state with its shape: never colour alone. */
export const STATE_SHAPES = {
  "cho-duyet": "cham",
  "tre-han": "nguyco",
  "tra-lai": "cham",
  thieu: "cham",
  loi: "nguyco",
  "lay-loi": "nguyco",
  "im-lang": "cham",
  ngung: "khong",
  "chua-noi": "khong",
  "chua-gui": "khong",
  tot: "dat",
} as const satisfies Record<FeedState, StatusShape>;

/** What asks for somebody first. */
export const STATE_ORDER: readonly FeedState[] = [
  "cho-duyet",
  "tre-han",
  "tra-lai",
  "thieu",
  "lay-loi",
  "loi",
  "im-lang",
  "ngung",
  "chua-noi",
  "chua-gui",
  "tot",
];

/** An agency whose published figures this installation loaded itself sends nothing here: it cannot be late. */
function isConnected({ lastPush, connected }: FeedSummary): boolean {
  return connected || lastPush === null;
}

const COUNTS: Readonly<Record<Exclude<FeedState, "tot">, (feed: FeedSummary) => number | null>> = {
  "cho-duyet": ({ pending }) => pending || null,
  "tre-han": ({ due }) => due.overdue || null,
  "tra-lai": ({ returned, owedValues }) => (returned === 0 ? null : owedValues),
  thieu: ({ sequence }) => sequence.missing || null,
  loi: ({ standing }) => standing.rejected + standing.refusedRequests || null,
  "lay-loi": ({ failingPulls }) => failingPulls?.count ?? null,
  "im-lang": ({ heartbeat }) => (heartbeat.state === "silent" || heartbeat.state === "never" ? 0 : null),
  ngung: ({ contract, barred }) => (contract.active && !barred ? null : 0),
  "chua-noi": (feed) => (isConnected(feed) ? null : 0),
  "chua-gui": ({ lastPush, strip }) => (lastPush === null && strip === null ? 0 : null),
};

/** Everything to be said of a feed, the most urgent first; `tot` alone where there is nothing to mend. */
export function standingsOf(feed: FeedSummary): FeedStanding[] {
  const found = STATE_ORDER.flatMap((state) => {
    const count = state === "tot" ? null : COUNTS[state](feed);
    return count === null ? [] : [{ state, count }];
  });
  return found.length === 0 ? [{ state: "tot", count: 0 }] : found;
}

/** The newest period of a strip that was due; null where none was. */
export function newestDue(cells: readonly StripCell[]): StripCell | null {
  const unjudged: ReadonlySet<StripState> = new Set([
    "none",
    "not-yet-due",
    "not-judged",
    "not-connected",
    "published",
  ]);
  return cells.findLast(({ state }) => !unjudged.has(state)) ?? null;
}
