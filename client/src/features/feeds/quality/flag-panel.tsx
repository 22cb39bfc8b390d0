import type { QualityFlagModel } from "@bochiso/shared/screen";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { flagQuery, useSource } from "../../../lib/source/index.ts";
import { Icon, Modal, SimulatedMark, uiWords } from "../../../ui/index.ts";
import { Loaded } from "../common/loaded.tsx";
import { FlagSeries } from "./flag-series.tsx";
import { FlagState } from "./flag-state.tsx";
import { flagWords } from "./flag-words.ts";
import { ReviewForm } from "./review-form.tsx";
import { qualityWords } from "./words.ts";

/** One flag over the page: what came, what was expected, why, what was before; and the review. */
export function FlagPanel({ id }: { id: number }) {
  const t = useWords(flagWords);
  const ui = useWords(uiWords);
  const navigate = useNavigate();
  const query = useQuery(flagQuery(useSource(), id));
  const close = () =>
    void navigate({ to: ".", search: (before) => ({ ...before, cb: undefined }), resetScroll: false });
  return (
    <Modal label={t.title} className="side fd" onClose={close}>
      <div className="side-head">
        <span>{t.title}</span>
        <button type="button" className="icon-btn" aria-label={ui.close} onClick={close}>
          <Icon name="i-close" size={16} />
        </button>
      </div>
      <div className="side-body qf-panel">
        <Loaded query={query} height={180}>
          {(flag) => <Flag model={flag} reload={() => void query.refetch()} />}
        </Loaded>
      </div>
    </Modal>
  );
}

function Flag({ model, reload }: { model: QualityFlagModel; reload: () => void }) {
  const t = useWords(flagWords);
  const { severity } = useWords(qualityWords);
  const text = useText();
  const { flag } = model;
  return (
    <>
      <h2>{text(flag.indicatorName)}</h2>
      <p className="fd-note">
        {[text(flag.period.label), text(flag.areaName), flag.breakdownLabel === null ? "" : text(flag.breakdownLabel)]
          .filter((it) => it !== "")
          .join(" · ")}{" "}
        {flag.simulated ? <SimulatedMark /> : null}
      </p>
      <p className="fd-more">
        <FlagState kind={flag.rule.kind} state={flag.state} />
        <span className="soft">
          {text(flag.title)} · {severity[flag.severity]}
        </span>
      </p>
      <h3>{t.found}</h3>
      <p>{text(flag.text)}</p>
      {flag.subject === "value" ? <FlagSeries model={model} /> : null}
      <RuleWords model={model} />
      <History model={model} />
      <Links model={model} />
      <ReviewForm flag={flag} reload={reload} />
    </>
  );
}

function RuleWords({ model: { flag, ruleText, ruleBasis, ruleReview, formula } }: { model: QualityFlagModel }) {
  const t = useWords(flagWords);
  const text = useText();
  return (
    <>
      <h3>{t.rule}</h3>
      <p>
        {text(flag.rule.name)}. {text(ruleText)}
      </p>
      {formula === null ? null : (
        <p>
          {t.formula}: <code>{formula}</code>
        </p>
      )}
      <p className="fd-note">
        {t.basis}: {text(ruleBasis)} {ruleReview === "initial-import" ? `(${t.unreviewed})` : null}
      </p>
    </>
  );
}

function History({ model: { flag, events } }: { model: QualityFlagModel }) {
  const t = useWords(flagWords);
  const text = useText();
  const language = useLanguage();
  return (
    <>
      <h3>{t.history}</h3>
      <ol className="qf-events">
        {events.map(({ kind, at, commitSeq, state, text: told, review }) => (
          <li key={commitSeq}>
            <span className="fd-more">
              <b>{t.events[kind]}</b> <FlagState kind={flag.rule.kind} state={state} />
            </span>
            <small>{formatReceived(at, language)}</small>
            {review === null ? null : <p>{t.said(review.name, review.position, review.note)}</p>}
            {review === null && told !== null ? <p className="fd-note">{text(told)}</p> : null}
          </li>
        ))}
      </ol>
    </>
  );
}

function Links({ model: { flag, submission } }: { model: QualityFlagModel }) {
  const t = useWords(flagWords);
  return (
    <p className="fd-acts">
      {submission === null || flag.feed === null ? null : (
        <Link to="/nguon-du-lieu/$feed/luot/$id" params={{ feed: flag.feed, id: submission }} className="link">
          {t.submission}
        </Link>
      )}
      <Link to="/chi-so/$code" params={{ code: flag.cell.indicator }} className="link">
        {t.indicator}
      </Link>
    </p>
  );
}
