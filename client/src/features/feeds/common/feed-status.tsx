import { Link } from "@tanstack/react-router";
import { useWords } from "../../../lib/i18n/index.ts";
import { Icon } from "../../../ui/index.ts";
import { type FeedStanding, type FeedState, STATE_SHAPES } from "./feed-standings.ts";
import { EXPECTED_PLACE, GAPS_PLACE, REFUSALS_PLACE } from "./places.ts";
import { standingWords } from "./standing-words.ts";

/** Where what is to be mended stands on the page of the feed; states that are no fault lead nowhere. */
const PLACES = {
  "cho-duyet": { search: { xem: "luot", loc: "cho-duyet" } },
  "tra-lai": { search: { xem: "luot", loc: "tra-lai" } },
  "tre-han": { search: {}, hash: EXPECTED_PLACE },
  thieu: { search: {}, hash: GAPS_PLACE },
  loi: { search: { xem: "luot" }, hash: REFUSALS_PLACE },
  "lay-loi": { search: { xem: "lay" } },
  ngung: { search: { xem: "hop-dong" } },
} as const satisfies Partial<Record<FeedState, { search: object; hash?: string }>>;

/** One thing to be said of a feed: shape and word, leading to where it is told in full. */
export function FeedStatus({ feed, standing: { state, count } }: { feed: string; standing: FeedStanding }) {
  const t = useWords(standingWords);
  const shape = STATE_SHAPES[state];
  const place = state in PLACES ? PLACES[state as keyof typeof PLACES] : null;
  const told = t.told[state](count);
  return (
    <span className={`st st-${shape}`}>
      <Icon name={`s-${shape}`} size={14} />
      {place === null ? (
        told
      ) : (
        <Link to="/nguon-du-lieu/$feed" params={{ feed }} {...place} className="fd-state">
          {told}
        </Link>
      )}
    </span>
  );
}
