import type { BarRow } from "./model/rate-view.ts";

/** A few bars on one scale, each with its words and its figure. */
export function TargetBars({ rows }: { rows: readonly BarRow[] }) {
  return (
    <dl className="tg-bars">
      {rows.map(({ key, kind, name, text, width }) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd>
            <span className="tg-bar" aria-hidden="true">
              <i className={`tg-${kind}`} style={{ width: `${width}%` }} />
            </span>
            <b>{text}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}
