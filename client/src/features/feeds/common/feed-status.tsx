import { useWords } from "../../../lib/i18n/index.ts";
import { Icon } from "../../../ui/index.ts";
import { type FeedStanding, STATE_SHAPES } from "./feed-standings.ts";
import { standingWords } from "./standing-words.ts";

/** One thing to be said of a feed: shape and word. */
export function FeedStatus({ standing: { state, count } }: { standing: FeedStanding }) {
  const t = useWords(standingWords);
  const shape = STATE_SHAPES[state];
  return (
    <span className={`st st-${shape}`}>
      <Icon name={`s-${shape}`} size={14} />
      {t.told[state](count)}
    </span>
  );
}
