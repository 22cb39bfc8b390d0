import type { OverviewModel } from "@bochiso/shared/screen";
import { useWords } from "../../lib/i18n/index.ts";
import { SimulatedMark } from "../../ui/index.ts";
import { overviewWords } from "./words.ts";

/** What has arrived and what has not. */
export function ReadinessBar({ model: { readiness, frame } }: { model: OverviewModel }) {
  const t = useWords(overviewWords);
  const rest = [
    [readiness.notYetDue, t.notYetDue],
    [readiness.late, t.late],
    [readiness.noFeed, t.noFeed],
    [readiness.flagged, t.flagged],
  ] as const;
  return (
    <section className="sheet ready" aria-labelledby="ready-title">
      <h2 id="ready-title">{t.ready}</h2>
      <div className="m" aria-hidden="true">
        <i style={{ flexGrow: readiness.received }} />
        <i style={{ flexGrow: Math.max(0, readiness.total - readiness.received) }} />
      </div>
      <ul>
        <li>
          <b>
            {readiness.received}/{readiness.total}
          </b>{" "}
          {t.received}
        </li>
        {rest
          .filter(([count]) => count > 0)
          .map(([count, word]) => (
            <li key={word}>
              <b>{count}</b> {word}
            </li>
          ))}
        {frame.simulated ? (
          <li>
            <SimulatedMark />
          </li>
        ) : null}
      </ul>
    </section>
  );
}
