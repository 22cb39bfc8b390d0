import "./changes-table.css";
import type { EntryEffect, OtherUnit, RowChange } from "@bochiso/shared/entry";
import { MISSING_TEXT, OBSERVATION_STATUS_WORDS } from "@bochiso/shared/i18n";
import type { Text } from "@bochiso/shared/text";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { Icon, ScrollBox } from "../../../ui/index.ts";
import { exactText } from "../../feeds/common/exact-text.ts";
import { largeSteps } from "./large-steps.ts";
import { entryCommonWords } from "./words.ts";

const STATUS_WORDS: Readonly<Record<string, Text>> = OBSERVATION_STATUS_WORDS;

interface Props {
  effect: EntryEffect;
  /** Where a row stands, such as its cell in a file; null where names say it all. */
  placeOf: ((row: number) => string) | null;
  /** Rows beside which a file names another unit. */
  otherUnits: readonly OtherUnit[];
}

/** What would be stored: from what to what, and how far that is; large steps stand first and are marked. */
export function ChangesTable({ effect, placeOf, otherUnits }: Props) {
  const t = useWords(entryCommonWords);
  const { changes, counts } = effect;
  if (changes.length === 0) return null;
  const large = largeSteps(effect).length;
  const written = new Map(otherUnits.map((it) => [it.row, it.written]));
  const more = counts.received - counts.rejected - changes.length;
  return (
    <section className="fe-part">
      <h3>{t.changes}</h3>
      {large === 0 ? null : (
        <p className="fe-warn fe-large">
          <Icon name="s-cham" size={14} /> {t.large(large)}
        </p>
      )}
      <ScrollBox className="fe-scroll" label={t.changes}>
        <table className="fe-table fe-changes">
          <thead>
            <tr>
              <th scope="col">{t.indicator}</th>
              <th scope="col">{t.period}</th>
              <th scope="col" className="r">
                {t.stored}
              </th>
              <th scope="col" className="r">
                {t.entered}
              </th>
              <th scope="col">{t.change}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((it) => (
              <Line
                key={it.row}
                change={it}
                outcome={effect.outcomes[it.row]}
                place={placeOf?.(it.row) ?? null}
                otherUnit={written.get(it.row) ?? null}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {more > 0 ? <p className="soft">{t.changesMore(more)}</p> : null}
    </section>
  );
}

function Line({
  change: it,
  outcome,
  place,
  otherUnit,
}: {
  change: RowChange;
  outcome: EntryEffect["outcomes"][number] | undefined;
  place: string | null;
  otherUnit: string | null;
}) {
  const t = useWords(entryCommonWords);
  const text = useText();
  const language = useLanguage();
  const names = [it.breakdownLabel, it.areaName].flatMap((name) => (name === null ? [] : text(name)));
  const shown = (value: string | null): string => (value === null ? MISSING_TEXT : exactText(value, language));
  return (
    <tr className={it.change?.isLarge ? "fe-large-step" : undefined}>
      <th scope="row">
        {text(it.indicatorName)}
        <small>{[...names, ...(place === null ? [] : [place])].join(" · ")}</small>
      </th>
      <td data-name={t.period}>{text(it.period.label)}</td>
      <td className="r soft" data-name={t.stored}>
        {shown(it.stored)}
        {it.previous === null ? null : <small>{t.previously(shown(it.previous))}</small>}
      </td>
      <td className="r" data-name={t.entered}>
        <b>{outcome === "retracted" ? t.outcome.retracted : shown(it.value)}</b>
        <small>{text(it.unit)}</small>
        {it.status === null || it.value === null ? null : (
          <small>{STATUS_WORDS[it.status]?.[language] ?? it.status}</small>
        )}
        {otherUnit === null ? null : (
          <small className="fe-warn">
            <Icon name="s-cham" size={13} /> {t.otherUnit(otherUnit)}
          </small>
        )}
      </td>
      <td data-name={t.change}>
        <Step change={it} />
      </td>
    </tr>
  );
}

/** How large the step is; one that may be a slip of the unit has a mark and a word of its own. */
function Step({ change: { change, value, stored, previous } }: { change: RowChange }) {
  const t = useWords(entryCommonWords);
  const text = useText();
  if (change === null) return stored !== null && stored === value ? t.same : stored === null ? t.isNew : null;
  const than = previous === null ? null : <small>{t.thanPrevious}</small>;
  if (!change.isLarge)
    return (
      <>
        {text(change.text)}
        {than}
      </>
    );
  return (
    <span className="fe-warn">
      <Icon name="s-cham" size={14} /> <b>{text(change.text)}</b>
      {than}
      <small>{t.checkUnit}</small>
    </span>
  );
}
