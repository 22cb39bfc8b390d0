import type { FeedModel } from "@bochiso/shared/feed";
import type { Text } from "@bochiso/shared/text";
import { Link } from "@tanstack/react-router";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { Sheet } from "../../../ui/index.ts";
import { TableHead } from "../common/table-head.tsx";
import { contractWords } from "./contract-words.ts";
import { useAreasText } from "./use-areas-text.ts";

/** Dated hand-overs from and to the feed, newest first; those still ahead are marked. */
export function HandOversSheet({ model: { handOvers, now } }: { model: FeedModel }) {
  const t = useWords(contractWords);
  const text = useText();
  const language = useLanguage();
  const areasText = useAreasText();
  return (
    <Sheet title={t.handOvers} className="wide">
      {handOvers.length === 0 ? (
        <p className="fd-body fd-note">{t.noHandOvers}</p>
      ) : (
        <div className="fd-body">
          <table className="fd-table">
            <TableHead heads={[t.at, t.indicator, t.areas, t.from, t.to]} />
            <tbody>
              {handOvers.map(({ at, indicator, indicatorName, area, from, fromName, to, toName }) => (
                <tr key={`${at} ${indicator} ${area}`}>
                  <th scope="row" className="nb">
                    {formatReceived(at, language)}
                    {at > now ? <small>{t.ahead}</small> : null}
                  </th>
                  <td data-name={t.indicator}>{text(indicatorName)}</td>
                  <td data-name={t.areas}>{areasText({ areas: [area], areaCount: 1 })}</td>
                  <td data-name={t.from}>
                    <FeedLink feed={from} name={fromName} />
                  </td>
                  <td data-name={t.to}>
                    <FeedLink feed={to} name={toName} />
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

function FeedLink({ feed, name }: { feed: string | null; name: Text | null }) {
  const t = useWords(contractWords);
  const text = useText();
  if (feed === null || name === null) return <span className="soft">{t.nobody}</span>;
  return (
    <Link to="/nguon-du-lieu/$feed" params={{ feed }} className="link">
      {text(name)}
    </Link>
  );
}
