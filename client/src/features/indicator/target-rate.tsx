import { useWords } from "../../lib/i18n/index.ts";
import { SimulatedMark } from "../../ui/index.ts";
import type { RateView } from "./model/rate-view.ts";
import { TargetBars } from "./target-bars.tsx";
import { targetWords } from "./target-words.ts";

/** Nhịp cần có: what each period left must bring, beside what was. */
export function TargetRate({ view, simulated }: { view: RateView; simulated: boolean }) {
  const t = useWords(targetWords);
  return (
    <section aria-label={t.rate}>
      <h3>
        {t.rate} {simulated ? <SimulatedMark /> : null}
      </h3>
      <p className="tg-unit">{view.unit}</p>
      <TargetBars rows={view.rows} />
      <p className="tg-note">{view.sentence}</p>
    </section>
  );
}
