import "./status-basis.css";
import type { IndicatorModel } from "@bochiso/shared/screen";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { useScope } from "../../lib/scope/index.ts";
import { indicatorQuery, screenFault, useSource } from "../../lib/source/index.ts";
import { Icon, Modal, Notice, SimulatedMark, Skeleton, uiWords } from "../../ui/index.ts";
import { StatusMark } from "../card/status-mark.tsx";
import { useCardView } from "../card/use-card-view.ts";
import { parseBasisKey } from "./model/basis-key.ts";
import { StatusBasis } from "./status-basis.tsx";
import { basisWords } from "./words.ts";

/** The side sheet that answers "why this status"; its address is `?cancu=`. */
export function StatusPanel({ basis }: { basis: string }) {
  const t = useWords(basisWords);
  const ui = useWords(uiWords);
  const navigate = useNavigate();
  const close = () =>
    void navigate({ to: ".", search: (before) => ({ ...before, cancu: undefined }), resetScroll: false });
  return (
    <Modal label={t.title} className="side sb" onClose={close}>
      <div className="side-head">
        <p>{t.title}</p>
        <button type="button" className="icon-btn" aria-label={ui.close} onClick={close}>
          <Icon name="i-close" size={16} />
        </button>
      </div>
      <Answer key={basis} basis={basis} />
    </Modal>
  );
}

function Answer({ basis }: { basis: string }) {
  const t = useWords(basisWords);
  const ui = useWords(uiWords);
  const language = useLanguage();
  const scope = useScope();
  const period = useSearch({ from: "__root__", select: (search) => search.ky ?? null });
  const input = { ...parseBasisKey(basis), scope, period, areaBasis: undefined };
  const { data, error, isError, refetch } = useQuery(indicatorQuery(useSource(), input));
  if (data === undefined && isError) {
    const fault = screenFault(error);
    const again = (
      <button type="button" className="btn" onClick={() => void refetch()}>
        {ui.retry}
      </button>
    );
    return (
      <Notice icon="s-nguyco" role="alert" title={t.failed} action={again}>
        {fault.text?.[language]}
      </Notice>
    );
  }
  if (data === undefined) {
    return (
      <div className="side-body" aria-busy="true">
        <p className="vh">{t.loading}</p>
        <Skeleton width="60%" height={20} />
        <Skeleton width="40%" height={28} />
        <Skeleton width="80%" />
        <Skeleton width="100%" height={160} />
      </div>
    );
  }
  return <Loaded model={data} />;
}

function Loaded({ model }: { model: IndicatorModel }) {
  const t = useWords(basisWords);
  const { card, assessment, frame } = model;
  const view = useCardView(card);
  const pt = card.ref.breakdown === "" ? undefined : card.ref.breakdown;
  return (
    <div className="side-body">
      <h2>
        {view.name}
        {view.breakdown === null ? null : <span className="sb-brk"> {view.breakdown}</span>}
      </h2>
      <p className="sb-when">
        {view.period} {card.simulated ? <SimulatedMark /> : null}
      </p>
      <p className="sb-status">
        <StatusMark status={view.status} size={22} />
        {view.trend === null ? null : <span>{view.trend}</span>}
      </p>
      {assessment === null ? (
        <Notice title={t.noAssessment}>{view.note}</Notice>
      ) : (
        <StatusBasis model={model} assessment={assessment} />
      )}
      <p className="sb-whole">
        <Link
          to="/chi-so/$code"
          params={{ code: card.ref.indicator }}
          search={{ dv: frame.scope, pt }}
          hash="chi-tieu"
          className="link"
        >
          {t.whole}
        </Link>
      </p>
    </div>
  );
}
