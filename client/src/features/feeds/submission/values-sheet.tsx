import { figureChange } from "@bochiso/shared/entry";
import type { SubmissionModel, SubmissionValue } from "@bochiso/shared/feed";
import { MISSING_TEXT, OBSERVATION_STATUS_WORDS, SCENARIO_WORDS } from "@bochiso/shared/i18n";
import { Link } from "@tanstack/react-router";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { Notice, ScrollBox, Sheet } from "../../../ui/index.ts";
import { exactText } from "../common/exact-text.ts";
import { periodText } from "../common/period-text.ts";
import { useAreaNames } from "../common/use-area-names.ts";
import { submissionWords } from "./words.ts";

/** Values of a page (as the server gives them). */
const PAGE = 500;

/** What the submission changed, or what waits for approval beside what is in force. */
export function ValuesSheet({ model }: { model: SubmissionModel }) {
  const t = useWords(submissionWords);
  const isHeld = model.approval !== null && model.approval.state === "pending";
  return (
    <Sheet title={isHeld ? t.valuesHeld : t.values} className="wide">
      {model.values.length === 0 ? (
        <Notice title={model.rowsReleased ? t.rowsReleased : t.noValues} />
      ) : (
        <div className="fd-body">
          {model.counts.unchanged === 0 ? null : <p className="fd-note">{t.valuesNote(model.counts.unchanged)}</p>}
          <ValuesTable values={model.values} isHeld={isHeld} />
        </div>
      )}
      <Pager model={model} />
    </Sheet>
  );
}

function ValuesTable({ values, isHeld }: { values: readonly SubmissionValue[]; isHeld: boolean }) {
  const t = useWords(submissionWords);
  const heads = [t.indicator, t.area, t.period, t.value, ...(isHeld ? [t.inForce] : []), t.status, t.note];
  return (
    <ScrollBox className="fd-scroll" label={t.values}>
      <table className="fd-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={head === t.value || head === t.inForce ? "r" : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {values.map((value) => (
            <Row key={cellKey(value)} value={value} isHeld={isHeld} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function cellKey({ indicator, area, period, breakdown, scenario }: SubmissionValue): string {
  return [indicator, area, period, scenario, JSON.stringify(breakdown)].join(" ");
}

function Row({ value: it, isHeld }: { value: SubmissionValue; isHeld: boolean }) {
  const t = useWords(submissionWords);
  const text = useText();
  const language = useLanguage();
  const areaName = useAreaNames();
  const [from, to] = [it.inForce?.value ?? null, it.value];
  const change = from === null || to === null ? null : figureChange(from, to, { isPercent: it.unit.vi === "%" });
  const parts = Object.entries(it.breakdown).map(([dimension, code]) => `${dimension} ${code}`);
  const status: Readonly<Record<string, { vi: string; en: string }>> = OBSERVATION_STATUS_WORDS;
  const scenarios: Readonly<Record<string, { vi: string; en: string }>> = SCENARIO_WORDS;
  return (
    <tr>
      <th scope="row">
        <Link to="/chi-so/$code" params={{ code: it.indicator }} className="fd-name">
          {text(it.indicatorName)}
        </Link>
        <small>
          <code>{it.indicator}</code>
          {parts.length === 0 ? null : ` · ${parts.join(", ")}`}
          {it.scenario === "actual" ? null : ` · ${scenarios[it.scenario]?.[language] ?? it.scenario}`}
        </small>
      </th>
      <td data-name={t.area}>{areaName(it.area)}</td>
      <td data-name={t.period}>{periodText(it.period, language)}</td>
      <td data-name={t.value} className="r">
        {it.retracted ? t.retracted : it.value === null ? MISSING_TEXT : exactText(it.value, language)}
        {it.value === null ? null : <small>{text(it.unit)}</small>}
      </td>
      {isHeld ? (
        <td data-name={t.inForce} className="r">
          {it.inForce === null ? t.nothing : exactText(it.inForce.value ?? MISSING_TEXT, language)}
          {change === null ? null : <small>{t.change(text(change.text))}</small>}
        </td>
      ) : null}
      <td data-name={t.status}>{it.status === null ? MISSING_TEXT : (status[it.status]?.[language] ?? it.status)}</td>
      <td data-name={t.note}>{it.note ?? ""}</td>
    </tr>
  );
}

function Pager({ model: { offset, values, valueCount } }: { model: SubmissionModel }) {
  const t = useWords(submissionWords);
  if (valueCount <= values.length) return null;
  const to = (start: number) => (before: object) => ({ ...before, tu: start <= 0 ? undefined : String(start) });
  return (
    <p className="fd-pager">
      <span>{t.shown(offset + 1, offset + values.length, valueCount)}</span>
      {offset === 0 ? null : (
        <Link to="." search={to(offset - PAGE)} resetScroll={false} className="link">
          {t.before}
        </Link>
      )}
      {offset + values.length >= valueCount ? null : (
        <Link to="." search={to(offset + PAGE)} resetScroll={false} className="link">
          {t.after}
        </Link>
      )}
    </p>
  );
}
