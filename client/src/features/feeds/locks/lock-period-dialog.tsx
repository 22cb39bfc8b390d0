import { formatDate } from "@bochiso/shared/i18n";
import { firstDay, formatPeriod, lastDay, type PeriodType, periodId } from "@bochiso/shared/period";
import { GOVERNMENT_SCOPE } from "@bochiso/shared/screen";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useServerTime } from "../../../lib/clock/index.ts";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { indicatorsQuery, useSource } from "../../../lib/source/index.ts";
import { Modal } from "../../../ui/index.ts";
import { ActFault } from "../common/act-fault.tsx";
import { actWords } from "../common/act-words.ts";
import { DialogActs } from "../common/dialog-acts.tsx";
import { sayDone } from "../common/done-note.tsx";
import { Field } from "../common/field.tsx";
import { isStated, PersonFields } from "../common/person-fields.tsx";
import { SelectField } from "../common/select-field.tsx";
import { useAreaOptions } from "../common/use-area-options.ts";
import { usePerson } from "../common/use-person.ts";
import { IndicatorChoice } from "./indicator-choice.tsx";
import { commonPeriods, isYear } from "./model/lockable-periods.ts";
import { locksWords } from "./words.ts";

const HOUR_MS = 3_600_000;
const EVERYWHERE = "*";
const LEAST_REASON = 3;

interface Props {
  /** Chosen already; undefined: to be chosen here. */
  indicator: string | undefined;
  onClose: () => void;
}

/** Locks a period of some indicators, everywhere or in one area. */
export function LockPeriodDialog({ indicator: given, onClose }: Props) {
  const t = useWords(locksWords);
  const words = useWords(actWords);
  const language = useLanguage();
  const source = useSource();
  const queryClient = useQueryClient();
  const now = new Date(useServerTime(HOUR_MS));
  const [indicators, setIndicators] = useState<readonly string[]>(given === undefined ? [] : [given]);
  const [year, setYear] = useState(String(now.getFullYear()));
  const [chosen, setChosen] = useState("");
  const [area, setArea] = useState(EVERYWHERE);
  const [reason, setReason] = useState("");
  const [person, setPerson] = usePerson();
  const [tried, setTried] = useState(false);
  const known = useIndicators(given);
  const types = new Set(known.flatMap(({ value, periodType }) => (indicators.includes(value) ? periodType : [])));
  const periods = commonPeriods(year, types.size === 0 ? ["month"] : [...types]);
  const period = periods.find((it) => periodId(it) === chosen) ?? periods[0];
  const areas = [{ value: EVERYWHERE, text: t.everywhere }, ...useAreaOptions()];
  const lock = useMutation({
    mutationFn: async (input: { period: string; name: string }) =>
      (await source.tools()).lockPeriod({
        indicators: [...indicators],
        area,
        period: input.period,
        reason,
        by: person,
      }),
    onSuccess: (_, { name }) => {
      sayDone(t.locked(name));
      onClose();
      return queryClient.invalidateQueries({ queryKey: ["locks"] });
    },
  });
  const isReason = reason.trim().length >= LEAST_REASON;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (indicators.length === 0 || period === undefined || !isReason || !isStated(person)) return;
    lock.mutate({ period: periodId(period), name: formatPeriod(period, language, "sentence") });
  };
  return (
    <Modal label={t.lock} className="fd-dialog fd" onClose={onClose}>
      <h2>{t.lock}</h2>
      <form className="fd-form" onSubmit={submit} noValidate>
        <IndicatorChoice indicators={known} chosen={indicators} tried={tried} onChange={setIndicators} />
        <div className="fd-pair">
          <Field label={t.year} value={year} error={isYear(year) ? null : t.yearBad} onChange={setYear} />
          <SelectField
            label={t.part}
            value={period === undefined ? "" : periodId(period)}
            options={periods.map((it) => ({
              value: periodId(it),
              text: it.type === "year" ? t.wholeYear(year) : formatPeriod(it, language),
            }))}
            onChange={setChosen}
          />
        </div>
        <SelectField label={t.area} value={area} options={areas} onChange={setArea} />
        {period === undefined ? null : (
          <p className="fd-hint" role="status">
            {t.effect(t.days(formatDate(firstDay(period), language), formatDate(lastDay(period), language)))}
          </p>
        )}
        <Field
          label={words.reason}
          value={reason}
          rows={2}
          max={1000}
          error={tried && !isReason ? words.reasonMissing : null}
          onChange={setReason}
        />
        <PersonFields person={person} onChange={setPerson} tried={tried} />
        <ActFault error={lock.error} />
        <DialogActs act={t.lockAct} busy={lock.isPending} onCancel={onClose} />
      </form>
    </Modal>
  );
}

interface IndicatorOption {
  value: string;
  text: string;
  periodType: PeriodType;
}

/** The indicators of the Government's set, and the given one where it is not among them. */
function useIndicators(given: string | undefined): IndicatorOption[] {
  const text = useText();
  const { data } = useQuery(indicatorsQuery(useSource(), { scope: GOVERNMENT_SCOPE }));
  const known = (data ?? []).map(({ code, name, periodType }) => ({
    value: code,
    text: `${text(name)} (${code})`,
    periodType,
  }));
  const isKnown = given === undefined || known.some(({ value }) => value === given);
  return isKnown ? known : [{ value: given, text: given, periodType: "month" }, ...known];
}
