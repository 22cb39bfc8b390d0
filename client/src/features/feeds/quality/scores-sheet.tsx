import { formatDate } from "@bochiso/shared/i18n";
import type { QualityScoresModel } from "@bochiso/shared/screen";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { scoresQuery, useSource } from "../../../lib/source/index.ts";
import { Notice, Sheet, SimulatedMark } from "../../../ui/index.ts";
import { Loaded } from "../common/loaded.tsx";
import { SHARES, ShareText, shareWords } from "../common/share-text.tsx";
import { qualityWords } from "./words.ts";

/** The four shares of every feed, each with its counts. */
export function ScoresSheet() {
  const t = useWords(qualityWords);
  const query = useQuery(scoresQuery(useSource(), {}));
  return (
    <Sheet title={t.scores} className="wide">
      <Loaded query={query} height={180} padded>
        {(data) => (data.rows.length === 0 ? <Notice title={t.noScores} /> : <Scores model={data} />)}
      </Loaded>
    </Sheet>
  );
}

function Scores({ model: { from, to, rows, formulas } }: { model: QualityScoresModel }) {
  const t = useWords(qualityWords);
  const shares = useWords(shareWords);
  const text = useText();
  const language = useLanguage();
  return (
    <div className="fd-body">
      <p className="fd-note">
        {t.scoresOf(formatDate(from, language), formatDate(to, language))} {t.scoresNote}
      </p>
      <table className="fd-table">
        <thead>
          <tr>
            <th scope="col">{t.feed}</th>
            {SHARES.map((share) => (
              <th key={share} scope="col">
                {shares[share]}
                <small>{text(formulas[share])}</small>
              </th>
            ))}
            <th scope="col">{t.openFlags}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.feed}>
              <th scope="row">
                <Link to="/nguon-du-lieu/$feed" params={{ feed: row.feed }} className="fd-name">
                  {text(row.feedName)}
                </Link>
                <small>{row.simulated ? <SimulatedMark /> : null}</small>
              </th>
              {SHARES.map((share) => (
                <td key={share} data-name={shares[share]}>
                  <ShareText share={row[share]} />
                </td>
              ))}
              <td data-name={t.openFlags}>{row.open}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
