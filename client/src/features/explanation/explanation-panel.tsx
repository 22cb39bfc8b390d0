import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { formatReceived } from "../../lib/format/index.ts";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { type ExplainInput, explainQuery, screenFault, useSource } from "../../lib/source/index.ts";
import { Icon, Modal, Notice, Skeleton, uiWords } from "../../ui/index.ts";
import { IndicatorLink } from "../card/indicator-link.tsx";
import { aloneView } from "../card/model/alone-view.ts";
import { ExplainLink } from "./explain-link.tsx";
import { ExplanationTree } from "./explanation-tree.tsx";
import { completeNode } from "./model/complete-node.ts";
import { parseCellKey } from "./model/parse-cell-key.ts";
import { shownText, storedText } from "./model/shown-text.ts";
import { explanationWords } from "./words.ts";

/** The side sheet that answers "why is this number what it is"; its address is `?giaithich=`. */
export function ExplanationPanel({ cell }: { cell: string }) {
  const t = useWords(explanationWords);
  const ui = useWords(uiWords);
  const navigate = useNavigate();
  const input = parseCellKey(cell);
  const close = () =>
    void navigate({ to: ".", search: (before) => ({ ...before, giaithich: undefined }), resetScroll: false });
  return (
    <Modal label={t.title} className="side" onClose={close}>
      <div className="side-head">
        <p>{t.title}</p>
        <button type="button" className="icon-btn" aria-label={ui.close} onClick={close}>
          <Icon name="i-close" size={16} />
        </button>
      </div>
      {input === null ? <Notice title={t.unreadable} /> : <Explanation key={cell} input={input} />}
    </Modal>
  );
}

function Explanation({ input }: { input: ExplainInput }) {
  const t = useWords(explanationWords);
  const ui = useWords(uiWords);
  const language = useLanguage();
  const { data, error, isError, refetch } = useQuery(explainQuery(useSource(), input));
  if (data === undefined && isError) {
    const text = screenFault(error).text;
    return (
      <Notice
        icon="s-nguyco"
        role="alert"
        title={t.failed}
        action={
          <button type="button" className="btn" onClick={() => void refetch()}>
            {ui.retry}
          </button>
        }
      >
        {text?.[language]}
      </Notice>
    );
  }
  if (data === undefined) {
    return (
      <div className="side-body" aria-busy="true">
        <p className="vh">{t.loading}</p>
        <Skeleton width="60%" height={20} />
        <Skeleton width="40%" height={36} />
        <Skeleton width="80%" />
      </div>
    );
  }
  const node = completeNode(data);
  const stored = storedText(node.value, node, language);
  const alone = input.measure === "previous-period" ? aloneView(data.formula, data.period, language) : null;
  const measure = alone === null ? t.measure[input.measure] : t.alone(alone.own, alone.against);
  return (
    <div className="side-body">
      <h2>
        <IndicatorLink cell={input}>{data.name[language]}</IndicatorLink>
      </h2>
      {measure === "" ? null : <p className="ex-place">{measure}</p>}
      {data.asOf ? <AsOf input={input} recordedAt={data.asOf.recordedAt} /> : null}
      <p className="ex-value">{shownText(node.value, node, language)}</p>
      {stored === null ? null : <p className="ex-note">{t.stored(stored)}</p>}
      <ExplanationTree node={node} asOf={data.asOf?.commitSeq} />
    </div>
  );
}

/** That an earlier state is shown, of when, and the way back to the present one. */
function AsOf({ input, recordedAt }: { input: ExplainInput; recordedAt: string }) {
  const t = useWords(explanationWords);
  const language = useLanguage();
  return (
    <div className="ex-asof" role="note">
      <p>
        <b>{t.asOf(formatReceived(recordedAt, language))}</b>
      </p>
      <p className="ex-note">{t.asOfNote}</p>
      <p className="ex-note">
        <ExplainLink cell={input} measure={input.measure} className="link">
          {t.toPresent}
        </ExplainLink>
      </p>
    </div>
  );
}
