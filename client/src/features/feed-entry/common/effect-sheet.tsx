import type { EntryEffect, EntryOutcome, EntryRow, OtherUnit } from "@bochiso/shared/entry";
import type { RowError } from "@bochiso/shared/submission";
import type { ReactNode } from "react";
import { formatValue, joinUnit } from "../../../lib/format/index.ts";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { Icon, ScrollBox, Sheet } from "../../../ui/index.ts";
import { expectedText } from "../../feeds/common/expected-text.ts";
import { ChangesTable } from "./changes-table.tsx";
import { entryErrorText, needsDetails } from "./entry-error-text.ts";
import { largeSteps } from "./large-steps.ts";
import { RefusedRows } from "./refused-rows.tsx";
import { entryCommonWords } from "./words.ts";

interface Props {
  effect: EntryEffect;
  /** What would bring it about. */
  act?: EntryAct;
  /** What a row is called: its place in a file, or the name of its cell. */
  nameOf: (row: number) => string;
  /** Where a row stands, for rows that have a name besides. */
  placeOf?: (row: number) => string;
  /** The rows themselves, where those refused may be taken away to be corrected. */
  rows?: readonly EntryRow[] | undefined;
  /** Rows beside which a file names another unit. */
  otherUnits?: readonly OtherUnit[];
  /** What is to be known before all else. */
  lead?: ReactNode;
  children?: ReactNode;
}

type EntryAct = "save" | "approve";

const SHOWN = 50;
const OUTCOMES: readonly EntryOutcome[] = ["created", "revised", "unchanged", "retracted", "rejected"];

/** What saving, or approving, would do: rows, faults, computed values, flags. What has to be decided stands below it. */
export function EffectSheet({ effect, act = "save", nameOf, placeOf, rows, otherUnits = [], lead, children }: Props) {
  const t = useWords(entryCommonWords);
  const shown = OUTCOMES.filter((outcome) => effect.counts[outcome] > 0);
  return (
    <Sheet id="xem-truoc" className="wide fe-effect" title={t.effect[act]} note={t.effectNote[act]}>
      <ul className="fe-counts" aria-label={t.counts}>
        {shown.map((outcome) => (
          <li key={outcome} className={`fe-${outcome}`}>
            <b>{effect.counts[outcome]}</b> {t.counted[outcome]}
          </li>
        ))}
      </ul>
      {lead}
      {effect.errorCount > 0 ? <Errors effect={effect} nameOf={nameOf} rows={rows} /> : null}
      <ChangesTable effect={effect} placeOf={placeOf ?? null} otherUnits={otherUnits} />
      <Flags effect={effect} act={act} />
      <Derived effect={effect} act={act} />
      {children}
    </Sheet>
  );
}

function Errors({ effect, nameOf, rows }: Pick<Props, "effect" | "nameOf" | "rows">) {
  const t = useWords(entryCommonWords);
  const text = useText();
  return (
    <section className="fe-part">
      <h3 className="fe-bad">
        <Icon name="s-nguyco" size={14} /> {t.errors(effect.errorCount)}
      </h3>
      <p className="soft">{t.errorsNote}</p>
      <ul className="fe-list">
        {effect.errors.slice(0, SHOWN).map((error) => (
          <li key={`${error.row} ${error.pointer} ${error.code}`}>
            <b>{nameOf(error.row)}</b>
            <span>{text(entryErrorText(error))}</span>
            {needsDetails(error) ? <Details error={error} /> : null}
            {error.nearest === undefined ? null : (
              <small>
                {t.nearest} <code>{error.nearest}</code>
              </small>
            )}
          </li>
        ))}
      </ul>
      {effect.errorCount > SHOWN ? <p className="soft">{t.errorsMore(effect.errorCount - SHOWN)}</p> : null}
      {rows === undefined ? null : <RefusedRows rows={rows} effect={effect} />}
    </section>
  );
}

function Details({ error }: { error: RowError }) {
  const t = useWords(entryCommonWords);
  const expected = expectedText(error, useLanguage());
  return (
    <>
      {error.got === undefined ? null : (
        <small>
          {t.got}: <code>{error.got}</code>
        </small>
      )}
      {expected === null ? null : (
        <small>
          {expected.kind === "example" ? t.example : t.expected}: {expected.text}
        </small>
      )}
    </>
  );
}

interface ActEffect {
  effect: EntryEffect;
  act: EntryAct;
}

function Flags({ effect, act }: ActEffect) {
  const t = useWords(entryCommonWords);
  const text = useText();
  if (effect.flagCount === 0)
    return <p className="fe-part soft">{largeSteps(effect).length > 0 ? t.flagsNoneYetLarge : t.flagsNone}</p>;
  return (
    <section className="fe-part">
      <h3 className="fe-warn">
        <Icon name="s-cham" size={14} /> {t.flags(effect.flagCount)}
      </h3>
      <p className="soft">{t.flagsNote[act]}</p>
      <ul className="fe-list">
        {effect.flags.slice(0, SHOWN).map((flag) => (
          <li key={`${flag.rule} ${flag.indicator} ${flag.area} ${flag.period.id}`}>
            <b>
              {text(flag.indicatorName)} · {text(flag.areaName)} · {text(flag.period.label)}
            </b>
            <span>
              {t.severity[flag.severity]}: {text(flag.text)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Derived({ effect, act }: ActEffect) {
  const t = useWords(entryCommonWords);
  const text = useText();
  const language = useLanguage();
  const { derived, derivedCount } = effect;
  if (derivedCount === 0) return <p className="fe-part soft">{t.derivedNone}</p>;
  const more = derivedCount - Math.min(derived.length, SHOWN);
  return (
    <details className="fe-part" open={act === "approve"}>
      <summary>{t.derived(derivedCount)}</summary>
      <ScrollBox className="fe-scroll" label={t.derived(derivedCount)}>
        <table className="fe-table fe-changes fe-derived">
          <thead>
            <tr>
              <th scope="col">{t.indicator}</th>
              <th scope="col">{t.period}</th>
              <th scope="col" className="r">
                {t.before}
              </th>
              <th scope="col" className="r">
                {t.after[act]}
              </th>
            </tr>
          </thead>
          <tbody>
            {derived.slice(0, SHOWN).map((cell) => (
              <tr key={`${cell.indicator} ${cell.areaName.vi} ${cell.breakdownLabel?.vi} ${cell.period.id}`}>
                <th scope="row">
                  {text(cell.indicatorName)}
                  <small>
                    {[cell.areaName, cell.breakdownLabel].flatMap((it) => (it === null ? [] : text(it))).join(" · ")}
                  </small>
                </th>
                <td data-name={t.period}>{text(cell.period.label)}</td>
                <td className="r soft" data-name={t.before}>
                  {cell.before === null ? "—" : joinUnit(formatValue(cell.before, { display: cell.display, language }))}
                </td>
                <td className="r" data-name={t.after[act]}>
                  {joinUnit(formatValue(cell.after, { display: cell.display, language }))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {more > 0 ? <p className="soft">{t.derivedMore(more)}</p> : null}
    </details>
  );
}
