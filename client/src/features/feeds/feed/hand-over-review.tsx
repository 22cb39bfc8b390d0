import { type FormEvent, useEffect, useRef } from "react";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { ActFault } from "../common/act-fault.tsx";
import { actWords } from "../common/act-words.ts";
import { handOverWords } from "./hand-over-words.ts";
import type { PlannedHandOver } from "./model/plan-hand-over.ts";
import { useAreasText } from "./use-areas-text.ts";

interface Props {
  planned: PlannedHandOver;
  /** Name of the feed that gives. */
  from: string;
}

/** Reads a hand-over back before anything is done. */
export function HandOverReview({
  planned,
  from,
  busy,
  error,
  onConfirm,
  onChange,
}: Props & { busy: boolean; error: unknown; onConfirm: () => void; onChange: () => void }) {
  const t = useWords(handOverWords);
  const words = useWords(actWords);
  const said = useSaid({ planned, from }, planned.input.at);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onConfirm();
  };
  const { basis, by } = planned.input;
  return (
    <form className="fd-form" onSubmit={submit}>
      <Focused>{t.review(said)}</Focused>
      <Indicators planned={planned} />
      <p>{t.note}</p>
      <dl className="fd-review">
        <dt>{t.basis}</dt>
        <dd>{basis}</dd>
        <dt>{words.person}</dt>
        <dd>
          {by.name}, {by.position}
        </dd>
      </dl>
      <ActFault error={error} />
      <p className="fd-acts">
        <button type="submit" className="btn primary" disabled={busy}>
          {busy ? words.doing : t.confirm}
        </button>
        <button type="button" className="btn" disabled={busy} onClick={onChange}>
          {t.change}
        </button>
      </p>
    </form>
  );
}

/** Tells what was done, in the words in which it was confirmed, with the moment from which it holds. */
export function HandOverDone({ planned, from, at, onClose }: Props & { at: string | null; onClose: () => void }) {
  const t = useWords(handOverWords);
  const said = useSaid({ planned, from }, at);
  return (
    <>
      <div className="fd-done">
        <Focused>{t.done(said)}</Focused>
      </div>
      <Indicators planned={planned} />
      <p>{t.doneNote}</p>
      <p className="fd-acts">
        <button type="button" className="btn primary" onClick={onClose}>
          {t.close}
        </button>
      </p>
    </>
  );
}

/** The step's first words: the focus goes there, so that they are read out. */
function Focused({ children }: { children: string }) {
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <p ref={words} tabIndex={-1} className="fd-said">
      {children}
    </p>
  );
}

function Indicators({ planned }: { planned: PlannedHandOver }) {
  const text = useText();
  const areasText = useAreasText();
  return (
    <ul className="fd-scroll fd-picker">
      {planned.indicators.map(({ code, name, areas }) => (
        <li key={code}>
          {text(name)} <small>{areasText({ areas, areaCount: areas.length })}</small>
        </li>
      ))}
    </ul>
  );
}

/** How many, from whom, to whom, from when on. */
function useSaid({ planned, from }: Props, at: string | null) {
  const t = useWords(handOverWords);
  const text = useText();
  const language = useLanguage();
  const when = at === null ? t.atOnce : t.fromWhen(formatReceived(at, language));
  return { count: planned.indicators.length, from, to: text(planned.toName), when };
}
