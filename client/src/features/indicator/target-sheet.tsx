import "./target.css";
import type { IndicatorModel } from "@bochiso/shared/screen";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { Notice, Sheet, SimulatedMark } from "../../ui/index.ts";
import type { TargetFact } from "./model/target-facts.ts";
import { type TargetView, targetView } from "./model/target-view.ts";
import { TargetOutlook } from "./target-outlook.tsx";
import { TargetRate } from "./target-rate.tsx";
import { targetWords } from "./target-words.ts";

/** Chỉ tiêu và tiến độ: where the figure should be by now, what is still needed, where the year ends, and who assigned it. */
export function TargetSheet({ model }: { model: IndicatorModel }) {
  const t = useWords(targetWords);
  const language = useLanguage();
  const view = targetView(model, language);
  const mark = model.card.simulated ? <SimulatedMark /> : null;
  if (view.kind === "none") {
    return (
      <Sheet className="wide ind-target" id="chi-tieu" title={t.title} note={mark}>
        <Notice title={view.title}>{view.detail}</Notice>
        <Facts facts={view.facts} />
      </Sheet>
    );
  }
  return (
    <Sheet
      className="wide ind-target"
      id="chi-tieu"
      title={view.headline}
      note={
        <>
          {t.title} {mark}
        </>
      }
    >
      <Assigned view={view} simulated={model.card.simulated} />
    </Sheet>
  );
}

function Assigned({ view, simulated }: { view: Extract<TargetView, { kind: "assigned" }>; simulated: boolean }) {
  const t = useWords(targetWords);
  const { notice, rate, noRate, outlook, noOutlook, facts } = view;
  return (
    <>
      {notice === null ? null : <p className="tg-notice">{notice}</p>}
      <div className="tg-parts">
        {rate === null ? <Missing title={t.rate} why={noRate} /> : <TargetRate view={rate} simulated={simulated} />}
        {outlook === null ? (
          <Missing title={t.noOutlook} why={noOutlook} />
        ) : (
          <TargetOutlook view={outlook} simulated={simulated} />
        )}
        <section>
          <h3>{t.facts}</h3>
          <Facts facts={facts} />
        </section>
      </div>
    </>
  );
}

/** A part that cannot be computed says why; what needs no words is left out. */
function Missing({ title, why }: { title: string; why: string | null }) {
  if (why === null) return null;
  return (
    <section>
      <h3>{title}</h3>
      <p className="tg-note">{why}</p>
    </section>
  );
}

function Facts({ facts }: { facts: readonly TargetFact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl className="tg-dl">
      {facts.map(({ key, name, text }) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
