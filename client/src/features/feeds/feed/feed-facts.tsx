import type { FeedModel } from "@bochiso/shared/feed";
import { formatNumber } from "@bochiso/shared/i18n";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { Age } from "../common/age.tsx";
import { periodText } from "../common/period-text.ts";
import { TentativeDue } from "../common/tentative-due.tsx";
import { standingPartWords } from "./standing-words.ts";

/** The facts of a feed as they are now; ages run. */
export function FeedFacts({ model }: { model: FeedModel }) {
  const t = useWords(standingPartWords);
  return (
    <dl className="fd-facts">
      <Due model={model} />
      <Push model={model} />
      <Rows model={model} />
      <Sequence model={model} />
      <Fact
        name={t.heartbeat}
        note={model.heartbeat.at === null ? null : <Since word={t.beatAt} at={model.heartbeat.at} />}
      >
        {t.beat[model.heartbeat.state]}
      </Fact>
      <Keys model={model} />
    </dl>
  );
}

function Fact({ name, note, children }: { name: string; note: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {note === null ? null : <small>{note}</small>}
      </dd>
    </div>
  );
}

function Since({ word, at }: { word: string; at: string }) {
  return (
    <>
      {word} <Age at={at} />
    </>
  );
}

function Due({ model: { due } }: { model: FeedModel }) {
  const t = useWords(standingPartWords);
  const language = useLanguage();
  const { next } = due;
  const note = next === null ? null : t.dueOf(periodText(next.period, language, "sentence"));
  return (
    <Fact name={t.due} note={note}>
      {next === null ? t.noDue : formatReceived(next.at, language)}
      {next === null ? null : <TentativeDue next={next} />}
    </Fact>
  );
}

function Push({ model: { code, simulated, connected, lastPush } }: { model: FeedModel }) {
  const t = useWords(standingPartWords);
  const language = useLanguage();
  if (lastPush === null || !connected) {
    return (
      <Fact name={t.push} note={lastPush === null ? null : t.published}>
        {t.never}
      </Fact>
    );
  }
  const { submission, receivedAt, replayed } = lastPush;
  return (
    <Fact
      name={t.push}
      note={`${formatReceived(receivedAt, language)}${replayed ? ` · ${simulated ? t.loaded : t.replayed}` : ""}`}
    >
      <Link to="/nguon-du-lieu/$feed/luot/$id" params={{ feed: code, id: submission }} className="link">
        <Age at={receivedAt} />
      </Link>
    </Fact>
  );
}

function Rows({ model: { recent } }: { model: FeedModel }) {
  const t = useWords(standingPartWords);
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, { lang: language, decimals: 0 });
  return (
    <Fact name={t.rows} note={t.rejectedOf(number(recent.rejected), number(recent.refusedRequests))}>
      {t.rowsOf(recent.submissions, number(recent.accepted))}
    </Fact>
  );
}

function Sequence({ model: { sequence } }: { model: FeedModel }) {
  const t = useWords(standingPartWords);
  if (sequence.last === null) {
    return (
      <Fact name={t.sequence} note={null}>
        {t.unnumbered}
      </Fact>
    );
  }
  return (
    <Fact name={t.sequence} note={sequence.missing === 0 ? t.gapless : t.missing(sequence.missing)}>
      {t.sequenceLast(sequence.last)}
    </Fact>
  );
}

function Keys({ model: { keys } }: { model: FeedModel }) {
  const t = useWords(standingPartWords);
  const language = useLanguage();
  const notes = [
    ...(keys.lastUsedAt === null ? [] : [<Since key="used" word={t.keyUsed} at={keys.lastUsedAt} />]),
    ...(keys.nextExpiry === null ? [] : [t.keyExpiry(formatReceived(keys.nextExpiry, language))]),
  ];
  const note = notes.length === 0 ? null : notes.flatMap((it, index) => (index === 0 ? [it] : [" · ", it]));
  return (
    <Fact name={t.keys} note={note}>
      {t.keysOf(keys.live)}
    </Fact>
  );
}
