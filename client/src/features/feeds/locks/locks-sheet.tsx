import { formatDate } from "@bochiso/shared/i18n";
import { GOVERNMENT_SCOPE } from "@bochiso/shared/screen";
import type { PeriodLockLine, PeriodLocksModel } from "@bochiso/shared/steward";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { indicatorsQuery, locksQuery, useSource } from "../../../lib/source/index.ts";
import { Notice, Sheet } from "../../../ui/index.ts";
import { Loaded } from "../common/loaded.tsx";
import { TableHead } from "../common/table-head.tsx";
import { OnlyFilter } from "../quality/only-filter.tsx";
import { LiftLockDialog } from "./lift-lock-dialog.tsx";
import { LockPeriodDialog } from "./lock-period-dialog.tsx";
import { useLockedText } from "./use-locked-text.ts";
import { locksWords } from "./words.ts";

/** Khóa kỳ số liệu: which periods take no pushed figures, why, who locked them; lock and lift. */
export function LocksSheet({ indicator }: { indicator: string | undefined }) {
  const t = useWords(locksWords);
  const [isLocking, setLocking] = useState(false);
  const query = useQuery(locksQuery(useSource(), indicator));
  return (
    <Sheet
      title={t.title}
      className="wide"
      more={
        <button type="button" className="btn" onClick={() => setLocking(true)}>
          {t.lock}
        </button>
      }
    >
      <div className="fd-body">
        <p className="fd-note">{t.note}</p>
        <Loaded query={query} height={60}>
          {(data) => <Locks model={data} indicator={indicator} />}
        </Loaded>
      </div>
      {isLocking ? <LockPeriodDialog indicator={indicator} onClose={() => setLocking(false)} /> : null}
    </Sheet>
  );
}

function Locks({ model: { inForce, lifted }, indicator }: { model: PeriodLocksModel; indicator: string | undefined }) {
  const t = useWords(locksWords);
  const [lifting, setLifting] = useState<PeriodLockLine | null>(null);
  const name = useIndicatorName(indicator, [...inForce, ...lifted]);
  return (
    <>
      {name === null ? null : (
        <p>
          <OnlyFilter name={name} part="cs" />
        </p>
      )}
      {inForce.length === 0 ? (
        <Notice title={name === null ? t.none : t.noneOf(name)} />
      ) : (
        <LocksTable locks={inForce} onLift={setLifting} />
      )}
      {lifted.length === 0 ? null : <Lifted locks={lifted} />}
      {lifting === null ? null : <LiftLockDialog lock={lifting} onClose={() => setLifting(null)} />}
    </>
  );
}

/** Of the indicator the list is narrowed to; null: it is not. */
function useIndicatorName(indicator: string | undefined, locks: readonly PeriodLockLine[]): string | null {
  const text = useText();
  const { data } = useQuery(indicatorsQuery(useSource(), { scope: GOVERNMENT_SCOPE }));
  if (indicator === undefined) return null;
  const known = locks[0]?.indicatorName ?? data?.find(({ code }) => code === indicator)?.name;
  return known === undefined ? indicator : text(known);
}

function LocksTable({ locks, onLift }: { locks: readonly PeriodLockLine[]; onLift: (lock: PeriodLockLine) => void }) {
  const t = useWords(locksWords);
  const text = useText();
  const language = useLanguage();
  const lockedText = useLockedText();
  return (
    <table className="fd-table">
      <caption className="vh">{t.table}</caption>
      <TableHead heads={[t.indicator, t.period, t.place, t.reason, t.by, t.acts]} />
      <tbody>
        {locks.map((lock) => (
          <tr key={lock.id}>
            <th scope="row">
              {text(lock.indicatorName)}
              <small>
                <code>{lock.indicator}</code>
              </small>
            </th>
            <td data-name={t.period}>
              {lockedText(lock)}
              {lock.period === null ? null : (
                <small>{t.days(formatDate(lock.firstDay, language), formatDate(lock.lastDay, language))}</small>
              )}
            </td>
            <td data-name={t.place}>{lock.areaName === null ? t.everywhere : text(lock.areaName)}</td>
            <td data-name={t.reason}>{lock.reason}</td>
            <td data-name={t.by}>
              {lock.lockedBy}
              <small>{formatReceived(lock.lockedAt, language)}</small>
            </td>
            <td data-name={t.acts}>
              <button type="button" className="btn" onClick={() => onLift(lock)}>
                {t.lift}
                <span className="vh">
                  {" "}
                  {lockedText(lock)}, {text(lock.indicatorName)}
                </span>
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was locked once: who lifted it, when and why. */
function Lifted({ locks }: { locks: readonly PeriodLockLine[] }) {
  const t = useWords(locksWords);
  const text = useText();
  const language = useLanguage();
  const lockedText = useLockedText();
  return (
    <details>
      <summary>{t.lifted(locks.length)}</summary>
      <ul>
        {locks.map((lock) => (
          <li key={lock.id} className="fd-change">
            <b>
              {text(lock.indicatorName)}, {lockedText(lock)}
            </b>
            <small>
              {lock.areaName === null ? t.everywhere : text(lock.areaName)} · {lock.lockedBy},{" "}
              {formatReceived(lock.lockedAt, language)}: {lock.reason}
            </small>
            {lock.lifted === null ? null : (
              <p className="fd-note">
                {t.liftedBy(lock.lifted.by, formatReceived(lock.lifted.at, language), lock.lifted.reason)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
