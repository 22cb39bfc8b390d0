import type { AreaCode } from "@bochiso/shared/area";
import { type AreaComparison, type ScopeId, scopeIdOf } from "@bochiso/shared/screen";
import { Link } from "@tanstack/react-router";

import { useText, useWords } from "../../lib/i18n/index.ts";
import { scopeLink } from "../../lib/scope/index.ts";
import { classNames } from "../../lib/text/index.ts";
import { ExplainLink } from "../explanation/index.ts";
import type { ComparisonView, RankedRow } from "./model/comparison-view.ts";
import { ownRows } from "./model/own-rows.ts";
import { comparisonWords } from "./words.ts";

interface Props {
  comparison: AreaComparison;
  view: ComparisonView;
  selected: string | null;
  own: string | null;
  onSelect: (code: string | null) => void;
}

/** Lines closer than this (percent of the axis) would share the room of their names. */
const NEAR = 45;

/** A label near an end of the axis hangs on its line by that side; of two lines close together each name turns away. */
function edgeOf(at: number, other: number | null): string | undefined {
  if (other !== null && Math.abs(at - other) < NEAR) return at < other ? "e" : "s";
  return at > 70 ? "e" : at < 30 ? "s" : undefined;
}

/** The scope of a present province; a former unit has none. */
export function provinceScope(area: AreaCode | string): ScopeId | null {
  return scopeIdOf(`tinh/${area}`);
}

/** Sorted dots on one axis with the reference line and the target's, hollow where recast; ties share a rank. */
export function Ranking({ comparison, view, selected, own, onSelect }: Props) {
  const t = useWords(comparisonWords);
  const text = useText();
  const { reference, target } = view;
  const owned = new Set(ownRows(comparison, own).map(({ area }) => area));
  return (
    <div className={classNames("rank", reference === null && target === null && "bare")}>
      {reference === null && target === null ? null : <Axis reference={reference} target={target} />}
      <ol aria-label={t.ranking(text(comparison.name))}>
        {view.ranked.map((each) => (
          <RankRow
            key={each.row.area}
            each={each}
            comparison={comparison}
            origin={view.origin}
            selected={each.row.area === selected}
            own={owned.has(each.row.area)}
            onSelect={onSelect}
          />
        ))}
      </ol>
    </div>
  );
}

/** The lines through the list with their names above it. */
function Axis({ reference, target }: Pick<ComparisonView, "reference" | "target">) {
  return (
    <>
      <div className="axis" aria-hidden="true">
        <div>
          {reference === null ? null : (
            <span className={edgeOf(reference.at, target?.at ?? null)} style={{ left: `${reference.at}%` }}>
              {reference.label}
              <br />
              {reference.text}
            </span>
          )}
          {target === null ? null : (
            <span className={edgeOf(target.at, reference?.at ?? null)} style={{ left: `${target.at}%` }}>
              {target.label}
              <br />
              {target.text}
            </span>
          )}
        </div>
      </div>
      <div className="guide" aria-hidden="true">
        {reference === null ? null : <i style={{ left: `${reference.at}%` }} />}
        {target === null ? null : <i className="t" style={{ left: `${target.at}%` }} />}
      </div>
    </>
  );
}

interface RowProps {
  each: RankedRow;
  comparison: AreaComparison;
  /** Where the stem starts: the reference line, or zero. */
  origin: number;
  selected: boolean;
  own: boolean;
  onSelect: (code: string | null) => void;
}

function RankRow({ each, comparison, origin, selected, own, onSelect }: RowProps) {
  const t = useWords(comparisonWords);
  const said = useText();
  const { row, name, text, at, how, share } = each;
  const scope = provinceScope(row.successor?.area ?? row.area);
  const now = row.successor === null ? null : t.nowIn(said(row.successor.name));
  const hollow = row.recast !== null && row.recast.way !== "carried";
  const period = comparison.period?.id;
  return (
    <li
      className={classNames(selected && "sel", own && "own")}
      aria-current={own || undefined}
      onPointerEnter={() => onSelect(row.area)}
      onPointerLeave={() => onSelect(null)}
      title={[name, now, how === null ? null : t.recastMark(how)].filter(Boolean).join(" · ")}
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
        {now === null ? null : <span className="vh"> ({now})</span>}
      </span>
      <span className="p" aria-hidden="true">
        <s style={{ left: `${Math.min(at, origin)}%`, width: `${Math.abs(at - origin)}%` }} />
        <i
          className={hollow ? "hollow" : `bg${comparison.additive ? 4 : (row.class ?? 0)}`}
          style={{ left: `${at}%` }}
        />
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
        {how === null ? null : <span className="vh"> ({t.recastMark(how)})</span>}
        {share === null ? null : (
          <span className="vh">
            {" "}
            ({t.share}: {share})
          </span>
        )}
      </b>
    </li>
  );
}
