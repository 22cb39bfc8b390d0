import { parsePeriod, periodId, shiftPeriod } from "@bochiso/shared/period";
import type { QualityHeatModel } from "@bochiso/shared/screen";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { type HeatQuestion, heatQuery, useSource } from "../../../lib/source/index.ts";
import { Notice, Sheet } from "../../../ui/index.ts";
import { Loaded } from "../common/loaded.tsx";
import { HeatTable } from "./heat-table.tsx";
import { qualityWords } from "./words.ts";

const BYS = ["indicator", "rule", "feed"] as const;
const WORDS = { indicator: undefined, rule: "quy-tac", feed: "kenh" } as const;
const YEAR = 12;

/** Where the flags gather: lines by month. */
export function HeatSheet({ asked }: { asked: HeatQuestion }) {
  const t = useWords(qualityWords);
  const query = useQuery(heatQuery(useSource(), asked));
  return (
    <Sheet title={t.heat} className="wide" more={<By by={asked.by} />}>
      <Loaded query={query} height={180} padded>
        {(data) => <Heat model={data} isLatest={asked.to === undefined} />}
      </Loaded>
    </Sheet>
  );
}

function By({ by }: { by: HeatQuestion["by"] }) {
  const t = useWords(qualityWords);
  return (
    <nav className="seg links" aria-label={t.by}>
      {BYS.map((it) => (
        <Link
          key={it}
          to="."
          search={(before) => ({ ...before, theo: WORDS[it] })}
          resetScroll={false}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={it === by ? "true" : undefined}
        >
          {t.bys[it]}
        </Link>
      ))}
    </nav>
  );
}

function Heat({ model, isLatest }: { model: QualityHeatModel; isLatest: boolean }) {
  const t = useWords(qualityWords);
  const text = useText();
  const [first, last] = [model.months[0], model.months.at(-1)];
  const to = (months: number) => (last === undefined ? undefined : monthAfter(last.id, months));
  return (
    <>
      {model.rows.length > 0 ? (
        <div className="fd-body">
          <p className="fd-note">{t.heatNote}</p>
          <HeatTable model={model} />
        </div>
      ) : (
        <Notice
          title={t.noHeat(first === undefined ? "" : text(first.label), last === undefined ? "" : text(last.label))}
        />
      )}
      <nav className="fd-pager" aria-label={t.window}>
        <Link to="." search={(before) => ({ ...before, den: to(-YEAR) })} resetScroll={false} className="link">
          {t.yearBefore}
        </Link>
        {isLatest ? null : (
          <Link to="." search={(before) => ({ ...before, den: to(YEAR) })} resetScroll={false} className="link">
            {t.yearAfter}
          </Link>
        )}
      </nav>
    </>
  );
}

function monthAfter(id: string, months: number): string | undefined {
  const parsed = parsePeriod(id);
  return parsed.ok ? periodId(shiftPeriod(parsed.period, months)) : undefined;
}
