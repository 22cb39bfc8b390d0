import type { FeedModel } from "@bochiso/shared/feed";
import { PERIOD_TYPE_WORDS } from "@bochiso/shared/i18n";
import type { DueRule } from "@bochiso/shared/indicator";
import { formatPeriod, PeriodType } from "@bochiso/shared/period";
import { useServerTime } from "../../../lib/clock/index.ts";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { dueRuleText } from "../common/due-rule-text.ts";
import { Field } from "../common/field.tsx";
import { SelectField } from "../common/select-field.tsx";
import { contractDialogWords } from "./contract-dialog-words.ts";
import { type ContractForm, deadlineOf } from "./model/contract-form.ts";
import {
  type DeadlineForm,
  deadlineForm,
  deadlineRule,
  hasCutOff,
  isDeadline,
  knownYears,
  nextDue,
  yearsUntold,
} from "./model/deadline-form.ts";

interface Props {
  model: FeedModel;
  form: ContractForm;
  onChange: (form: ContractForm) => void;
}

/** The deadline of each type of period that the feed's indicators or its contract have. */
export function DeadlineFields({ model, form, onChange }: Props) {
  const t = useWords(contractDialogWords);
  const { schedule } = model.contract;
  const types = new Set<PeriodType>([
    ...model.owns.flatMap(({ periodType }) => periodType ?? []),
    ...schedule.map(({ periodType }) => periodType),
  ]);
  types.delete("static");
  return (
    <fieldset>
      <legend>{t.schedule}</legend>
      <p className="fd-hint">{t.scheduleHint}</p>
      {PeriodType.options
        .filter((type) => types.has(type))
        .map((type) => (
          <DeadlineOf
            key={type}
            type={type}
            deadline={deadlineOf(form, type)}
            stored={schedule.find(({ periodType }) => periodType === type)?.rule ?? null}
            onChange={(deadline) => onChange({ ...form, deadlines: { ...form.deadlines, [type]: deadline } })}
          />
        ))}
    </fieldset>
  );
}

interface DeadlineProps {
  type: PeriodType;
  deadline: DeadlineForm;
  /** The rule in the contract now; null: none. */
  stored: DueRule | null;
  onChange: (deadline: DeadlineForm) => void;
}

const UNITS = ["day", "working-day", "hour"] as const;
const BASES = ["calendar", "administrative"] as const;

function DeadlineOf({ type, deadline, stored, onChange }: DeadlineProps) {
  const t = useWords(contractDialogWords);
  const language = useLanguage();
  const { count, unit, basis } = deadline;
  return (
    <fieldset className="fd-deadline">
      <legend>{t.ofType(PERIOD_TYPE_WORDS[type][language])}</legend>
      <div className="fd-deadline-in">
        <Field
          label={t.count}
          value={count}
          error={isDeadline(deadline) ? null : t.countBad[unit]}
          onChange={(typed) => onChange({ ...deadline, count: typed })}
        />
        <SelectField
          label={t.unit}
          value={unit}
          options={UNITS.map((it) => ({ value: it, text: t.units[it] }))}
          onChange={(chosen) => onChange({ ...deadline, unit: UNITS.find((it) => it === chosen) ?? unit })}
        />
        {hasCutOff(type) ? (
          <SelectField
            label={t.basis}
            value={basis}
            options={BASES.map((it) => ({ value: it, text: t.bases[it] }))}
            onChange={(chosen) => onChange({ ...deadline, basis: BASES.find((it) => it === chosen) ?? basis })}
          />
        ) : null}
      </div>
      <Echo type={type} deadline={deadline} stored={stored} />
    </fieldset>
  );
}

const NEXT = 3;
const MINUTE_MS = 60_000;

/** What was typed, in words and as the moments that follow from it. */
function Echo({ type, deadline, stored }: Omit<DeadlineProps, "onChange">) {
  const t = useWords(contractDialogWords);
  const language = useLanguage();
  const now = useServerTime(MINUTE_MS);
  if (!isDeadline(deadline)) return null;
  const typed = deadlineRule(deadline);
  const rule = typed ?? (isUntypeable(stored) ? stored : null);
  const told = rule === null ? t.ofIndicators : (typed === null ? t.ruleKept : t.ruleIs)(dueRuleText(rule, language));
  const next = rule === null ? [] : nextDue(rule, type, { now, count: NEXT });
  const dates = next.map(({ period, at }) =>
    t.dueOf(formatPeriod(period, language, "compact"), formatReceived(at, language)),
  );
  const untold = rule === null ? [] : yearsUntold(rule, next);
  return (
    <div className="fd-hint" role="status">
      <p>
        {told} {rule?.workingDays === true ? t.holidays(...knownYears()) : null}
      </p>
      {dates.length === 0 ? null : (
        <p>
          {t.nextDue} {dates.join("; ")}
        </p>
      )}
      {untold.length === 0 ? null : <p>{t.untold(untold.join(", "))}</p>}
    </div>
  );
}

/** A rule in months or minutes: it stays until another one is typed. */
function isUntypeable(stored: DueRule | null): boolean {
  return stored !== null && deadlineForm(stored).count === "";
}
