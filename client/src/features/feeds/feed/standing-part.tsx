import type { FeedModel } from "@bochiso/shared/feed";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { Notice, Sheet } from "../../../ui/index.ts";
import { GAPS_PLACE } from "../common/places.ts";
import { ExpectedSheet } from "./expected-sheet.tsx";
import { FeedFacts } from "./feed-facts.tsx";
import { ScoresSheet } from "./scores-sheet.tsx";
import { standingPartWords } from "./standing-words.ts";
import { StripsSheet } from "./strips-sheet.tsx";

/** Tình hình: what is due, what came, how punctual, what is missing. */
export function StandingPart({ model, expectedPeriod }: { model: FeedModel; expectedPeriod: string | null }) {
  const t = useWords(standingPartWords);
  return (
    <>
      <Sheet title={t.now} className="wide">
        <FeedFacts model={model} />
      </Sheet>
      <StripsSheet model={model} />
      {model.connected ? <ExpectedSheet model={model} period={expectedPeriod} /> : <NotConnected model={model} />}
      <ScoresSheet feed={model.code} />
      <GapsSheet model={model} />
    </>
  );
}

/** Of an agency that sent nothing itself nothing is expected, whatever was loaded from its publications. */
function NotConnected({ model: { lastPush } }: { model: FeedModel }) {
  const t = useWords(standingPartWords);
  if (lastPush === null) return null;
  return (
    <Sheet title={t.expectedTitle} className="wide">
      <Notice title={t.notConnected}>{t.notConnectedWhy}</Notice>
    </Sheet>
  );
}

function GapsSheet({ model: { gaps } }: { model: FeedModel }) {
  const t = useWords(standingPartWords);
  const language = useLanguage();
  if (gaps.length === 0) return null;
  return (
    <Sheet id={GAPS_PLACE} title={t.gaps} className="wide">
      <div className="fd-body">
        <p className="fd-note">{t.gapsNote}</p>
        <ul>
          {gaps.map(({ first, last, foundAt }) => (
            <li key={first}>
              {t.gap(first, last)} <small>{t.foundAt(formatReceived(foundAt, language))}</small>
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
}
