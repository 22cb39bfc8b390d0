import { Link } from "@tanstack/react-router";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { SimulatedMark } from "../../../ui/index.ts";
import type { ListedFeed } from "./model/choose-feeds.ts";
import { listWords } from "./words.ts";

/** Feeds that never sent: there is nothing to judge yet, only what they will be in charge of. */
export function SilentFeeds({ feeds, open }: { feeds: readonly ListedFeed[]; open: boolean }) {
  const t = useWords(listWords);
  const text = useText();
  return (
    <details className="sheet wide fd-silent" open={open}>
      <summary>{t.silentTitle(feeds.length)}</summary>
      <ul>
        {feeds.map(({ feed: { code, name, simulated, indicators, keys } }) => (
          <li key={code}>
            <Link to="/nguon-du-lieu/$feed" params={{ feed: code }} className="fd-name">
              {text(name)}
            </Link>{" "}
            {simulated ? <SimulatedMark /> : null}
            <small>
              <code>{code}</code> · {t.owns(indicators)} · {t.keys(keys.live)}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}
