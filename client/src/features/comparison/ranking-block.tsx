import type { AreaComparison } from "@bochiso/shared/screen";
import { Link } from "@tanstack/react-router";
import { joinUnit } from "../../lib/format/index.ts";
import { useLanguage, useText, useWords } from "../../lib/i18n/index.ts";
import { BASIS_IN_ADDRESS } from "./basis-choice.tsx";
import type { ComparisonView } from "./model/comparison-view.ts";
import { ownRows } from "./model/own-rows.ts";
import { Ranking } from "./ranking.tsx";
import { comparisonWords } from "./words.ts";

interface Props {
  comparison: AreaComparison;
  view: ComparisonView;
  selected: string | null;
  own: string | null;
  onSelect: (code: string | null) => void;
}

/** The ranking with what must be read beside it: the own unit, what the order means, what was recast, who is missing. */
export function RankingBlock(props: Props) {
  const { comparison, view } = props;
  const t = useWords(comparisonWords);
  const order = t.orders[comparison.order];
  return (
    <>
      <OwnLines {...props} />
      {order === "" || view.isSmall ? null : <p className="rank-note">{order}</p>}
      <Ranking {...props} />
      {view.reference?.note ? <p className="rank-note">{view.reference.note}</p> : null}
      <RecastNotes view={view} />
      <Unranked comparison={comparison} view={view} />
    </>
  );
}

/** The province in view, pinned above the list; on former boundaries the units it was merged from. */
function OwnLines({ comparison, view, own }: Props) {
  const t = useWords(comparisonWords);
  const text = useText();
  const language = useLanguage();
  const { display } = comparison;
  const rows = ownRows(comparison, own);
  if (rows.length === 0) return null;
  return (
    <ul className="own-lines">
      {rows.map((row) => {
        const ranked = view.ranked.find((each) => each.row.area === row.area);
        const unit = display.unit[language];
        return (
          <li key={row.area}>
            {ranked === undefined || row.rank === null
              ? t.ownNone(text(row.name), row.absence === null ? t.noData : text(row.absence))
              : t.ownRank(
                  text(row.name),
                  row.rank,
                  view.ranked.length,
                  joinUnit({ text: ranked.text, unit, tight: unit === "%", isNumber: true }),
                )}
          </li>
        );
      })}
    </ul>
  );
}

function RecastNotes({ view: { recast } }: Pick<Props, "view">) {
  const t = useWords(comparisonWords);
  if (recast.combined + recast.carried === 0) return null;
  return (
    <p className="rank-note">
      {recast.combined === 0 ? null : (
        <>
          <i className="dot-hollow" aria-hidden="true" /> {t.recastCombined(recast.combined)}{" "}
        </>
      )}
      {recast.carried === 0 ? null : t.recastCarried(recast.carried)}
    </p>
  );
}

/** The areas without a number in a block of their own, never last; each with its reason. */
export function Unranked({ comparison, view }: Pick<Props, "comparison" | "view">) {
  const t = useWords(comparisonWords);
  if (view.unrankedCount === 0) return null;
  return (
    <details className="unranked" open={view.unranked.length < 3}>
      <summary>{t.unranked(view.unrankedCount, comparison.of)}</summary>
      <ul>
        {view.unranked.map(({ reason, names }) => (
          <li key={reason}>
            <b>{names.join(", ")}</b>: {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Why merged units have no figures of the time before, and the way to those that were published. */
export function RefusalNote({ comparison: { refusal, bases } }: Pick<Props, "comparison">) {
  const t = useWords(comparisonWords);
  const text = useText();
  if (refusal === null) return null;
  return (
    <p className="basis-note">
      {text(refusal)}{" "}
      {bases.former ? (
        <Link
          to="."
          search={(before) => ({ ...before, db: BASIS_IN_ADDRESS.former })}
          resetScroll={false}
          className="link"
        >
          {t.toFormer}
        </Link>
      ) : null}
    </p>
  );
}
