import type { AreaCode } from "@bochiso/shared/area";
import { type AreaComparison, type ScopeId, scopeIdOf } from "@bochiso/shared/screen";
import { Link } from "@tanstack/react-router";

import { useWords } from "../../lib/i18n/index.ts";
import { scopeLink } from "../../lib/scope/index.ts";
import { classNames } from "../../lib/text/index.ts";
import { ExplainLink } from "../explanation/index.ts";
import type { ComparisonView, RankedRow } from "./model/comparison-view.ts";
import { comparisonWords } from "./words.ts";

interface Props {
  comparison: AreaComparison;
  view: ComparisonView;
  selected: string | null;
  own: string | null;
  onSelect: (code: string | null) => void;
}

/** The scope of a present province; a former unit has none. */
export function provinceScope(area: AreaCode | string): ScopeId | null {
  return scopeIdOf(`tinh/${area}`);
}

/** Sorted dots on one axis with the nation's line and the target's; ties share a rank. */
export function Ranking({ comparison, view, selected, own, onSelect }: Props) {
  const t = useWords(comparisonWords);
  const { nation, target } = view;
  return (
    <div className="rank">
      <div className="axis" aria-hidden="true">
        <div>
          {nation === null ? null : (
            <span style={{ left: `${nation.at}%` }}>
              {t.nation}
              <br />
              {nation.text}
            </span>
          )}
          {target === null ? null : (
            <span className="e" style={{ left: `${target.at}%` }}>
              {t.target}
              <br />
              {target.text}
            </span>
          )}
        </div>
      </div>
      <div className="guide" aria-hidden="true">
        {nation === null ? null : <i style={{ left: `${nation.at}%` }} />}
        {target === null ? null : <i className="t" style={{ left: `${target.at}%` }} />}
      </div>
      <ol aria-label={t.ranking(comparison.name.vi)}>
        {view.ranked.map((each) => (
          <RankRow
            key={each.row.area}
            each={each}
            comparison={comparison}
            origin={nation?.at ?? 0}
            selected={each.row.area === selected}
            own={each.row.area === own}
            onSelect={onSelect}
          />
        ))}
      </ol>
    </div>
  );
}

interface RowProps {
  each: RankedRow;
  comparison: AreaComparison;
  /** Where the stem starts: the nation's line. */
  origin: number;
  selected: boolean;
  own: boolean;
  onSelect: (code: string | null) => void;
}

function RankRow({ each: { row, name, text, at }, comparison, origin, selected, own, onSelect }: RowProps) {
  const t = useWords(comparisonWords);
  const scope = provinceScope(row.area);
  const period = comparison.period?.id;
  return (
    <li
      className={classNames(selected && "sel", own && "own")}
      aria-current={own || undefined}
      onPointerEnter={() => onSelect(row.area)}
      onPointerLeave={() => onSelect(null)}
    >
      <span>{row.rank}</span>
      <span className="n">
        {scope === null ? (
          name
        ) : (
          <Link {...scopeLink(scope)} preload={false}>
            {name}
          </Link>
        )}
        {own ? <span className="vh"> ({t.own})</span> : null}
      </span>
      <span className="p" aria-hidden="true">
        <s style={{ left: `${Math.min(at, origin)}%`, width: `${Math.abs(at - origin)}%` }} />
        <i className={`bg${row.class ?? 0}`} style={{ left: `${at}%` }} />
      </span>
      <b>
        {period === undefined ? (
          text
        ) : (
          <ExplainLink
            cell={{ indicator: comparison.indicator, breakdown: comparison.breakdown, area: row.area, period }}
          >
            {text}
          </ExplainLink>
        )}
      </b>
    </li>
  );
}
