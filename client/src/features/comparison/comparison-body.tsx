import type { AreaComparison } from "@bochiso/shared/screen";
import { useMemo, useState } from "react";
import { formatReceived } from "../../lib/format/index.ts";
import { useLanguage, useText, useWords } from "../../lib/i18n/index.ts";
import { ComparisonMap } from "./comparison-map.tsx";
import { ComparisonTable } from "./comparison-table.tsx";
import { comparisonView } from "./model/comparison-view.ts";
import { RankingBlock, RefusalNote, Unranked } from "./ranking-block.tsx";
import { comparisonWords } from "./words.ts";

/** Map ⇄ ranking ⇄ table of one indicator over all areas; what is pointed at in one is marked in the other. */
export function ComparisonBody({ comparison, own }: { comparison: AreaComparison; own: string | null }) {
  const t = useWords(comparisonWords);
  const language = useLanguage();
  const text = useText();
  const view = useMemo(() => comparisonView(comparison, language), [comparison, language]);
  const [pointed, setPointed] = useState<string | null>(null);
  const [shape, setShape] = useState<"map" | "tiles">("map");
  const [table, setTable] = useState(false);
  const selected = pointed ?? own;
  return (
    <>
      <p className="sub">
        {t.subtitle(
          text(comparison.name),
          text(comparison.display.unit),
          comparison.period === null ? "" : text(comparison.period.label),
        )}
        {comparison.stateReason === null ? "" : ` · ${text(comparison.stateReason)}`}
      </p>
      <RefusalNote comparison={comparison} />
      {table || view.isSmall ? (
        <>
          <ComparisonTable comparison={comparison} view={view} />
          {view.isSmall ? (
            <div className="few">
              <Unranked comparison={comparison} view={view} />
            </div>
          ) : null}
        </>
      ) : (
        <div className="two">
          <div>
            {comparison.areaBasis === "present" ? (
              <div className="seg map-seg" role="group" aria-label={t.view}>
                {(["map", "tiles"] as const).map((each) => (
                  <button key={each} type="button" aria-pressed={shape === each} onClick={() => setShape(each)}>
                    {t[each]}
                  </button>
                ))}
              </div>
            ) : null}
            <ComparisonMap
              comparison={comparison}
              view={view}
              shape={shape}
              selected={selected}
              onSelect={setPointed}
            />
          </div>
          <div>
            <RankingBlock comparison={comparison} view={view} selected={selected} own={own} onSelect={setPointed} />
          </div>
        </div>
      )}
      <p className="src-l">
        <span>
          {comparison.source === null
            ? ""
            : `${t.source}: ${text(comparison.source.publisher)}${comparison.source.receivedAt === null ? "" : `, ${t.received(formatReceived(comparison.source.receivedAt, language))}`} · `}
          {t.places(comparison.have, comparison.of)} · {t.boundaries}
        </span>
        {view.isSmall ? null : (
          <button type="button" className="link" aria-pressed={table} onClick={() => setTable(!table)}>
            {table ? t.chart : t.table}
          </button>
        )}
      </p>
    </>
  );
}
