import type { QualityScoresModel } from "@bochiso/shared/screen";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { scoresQuery, useSource } from "../../../lib/source/index.ts";
import { Sheet } from "../../../ui/index.ts";
import { Loaded } from "../common/loaded.tsx";
import { SHARES, ShareText, shareWords } from "../common/share-text.tsx";
import { standingPartWords } from "./standing-words.ts";

/** The four shares of a feed with their counts and how each is counted. */
export function ScoresSheet({ feed }: { feed: string }) {
  const t = useWords(standingPartWords);
  const query = useQuery(scoresQuery(useSource(), {}));
  return (
    <Sheet
      title={t.scores}
      className="wide"
      more={
        <Link to="/nguon-du-lieu/chat-luong" search={{ kenh: feed }} className="link">
          {t.toFlags}
        </Link>
      }
    >
      <Loaded query={query} height={60} padded>
        {(data) => <Scores model={data} feed={feed} />}
      </Loaded>
    </Sheet>
  );
}

function Scores({ model: { rows, formulas }, feed }: { model: QualityScoresModel; feed: string }) {
  const t = useWords(standingPartWords);
  const shares = useWords(shareWords);
  const text = useText();
  const row = rows.find((it) => it.feed === feed);
  if (row === undefined) return <p className="fd-body fd-note">{t.noScores}</p>;
  return (
    <>
      <dl className="fd-facts">
        {SHARES.map((share) => (
          <div key={share}>
            <dt>{shares[share]}</dt>
            <dd>
              <ShareText share={row[share]} />
              <small>{text(formulas[share])}</small>
            </dd>
          </div>
        ))}
      </dl>
      <p className="fd-body fd-note">
        {t.openFlags(row.open)}. {t.scoresNote}
      </p>
    </>
  );
}
