import type { FeedModel } from "@bochiso/shared/feed";
import { Link } from "@tanstack/react-router";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { Sheet } from "../../../ui/index.ts";
import { useAreaNames } from "../common/use-area-names.ts";
import { contractWords } from "./contract-words.ts";

/** Dated hand-overs from and to the feed, newest first; those still ahead are marked. */
export function HandOversSheet({ model: { handOvers, now, owns } }: { model: FeedModel }) {
  const t = useWords(contractWords);
  const text = useText();
  const language = useLanguage();
  const nameOf = useAreaNames();
  const names = new Map(owns.map(({ code, name }) => [code, text(name)]));
  return (
    <Sheet title={t.handOvers} className="wide">
      {handOvers.length === 0 ? (
        <p className="fd-body fd-note">{t.noHandOvers}</p>
      ) : (
        <div className="fd-body">
          <table className="fd-table">
            <thead>
              <tr>
                {[t.at, t.indicator, t.areas, t.from, t.to].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {handOvers.map(({ at, indicator, area, from, to }) => (
                <tr key={`${at} ${indicator} ${area}`}>
                  <th scope="row" className="nb">
                    {formatReceived(at, language)}
                    {at > now ? <small>{t.ahead}</small> : null}
                  </th>
                  <td data-name={t.indicator}>{names.get(indicator) ?? <code>{indicator}</code>}</td>
                  <td data-name={t.areas}>{nameOf(area)}</td>
                  <td data-name={t.from}>
                    <FeedLink feed={from} />
                  </td>
                  <td data-name={t.to}>
                    <FeedLink feed={to} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Sheet>
  );
}

function FeedLink({ feed }: { feed: string | null }) {
  const t = useWords(contractWords);
  if (feed === null) return <span className="soft">{t.nobody}</span>;
  return (
    <Link to="/nguon-du-lieu/$feed" params={{ feed }} className="link">
      {feed}
    </Link>
  );
}
