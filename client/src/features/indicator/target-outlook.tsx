import { useWords } from "../../lib/i18n/index.ts";
import { SimulatedMark } from "../../ui/index.ts";
import type { OutlookView } from "./model/outlook-view.ts";
import { TargetBars } from "./target-bars.tsx";
import { targetWords } from "./target-words.ts";

/** Ước thực hiện cả năm, with its method and the inputs it stands on. */
export function TargetOutlook({ view, simulated }: { view: OutlookView; simulated: boolean }) {
  const t = useWords(targetWords);
  return (
    <section aria-label={view.title}>
      <h3>
        {view.title} {simulated ? <SimulatedMark /> : null}
      </h3>
      <p className="tg-value">
        <b>{view.value}</b>
        {view.against === null ? null : <span>{view.against}</span>}
      </p>
      <TargetBars rows={view.rows} />
      <p className="tg-note">{view.reason}.</p>
      <details className="tg-inputs">
        <summary>{t.outlookInputs}</summary>
        <dl className="tg-dl">
          {view.inputs.map(({ key, name, value }) => (
            <div key={key}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
