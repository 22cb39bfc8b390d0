import type { Approver, FeedModel } from "@bochiso/shared/feed";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useServerTime } from "../../../lib/clock/index.ts";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { feedsQuery, useSource } from "../../../lib/source/index.ts";
import { DialogActs } from "../common/dialog-acts.tsx";
import { Field } from "../common/field.tsx";
import { FieldError } from "../common/field-error.tsx";
import { MomentField } from "../common/moment-field.tsx";
import { isStated, PersonFields } from "../common/person-fields.tsx";
import { SelectField } from "../common/select-field.tsx";
import { useAreaOptions } from "../common/use-area-options.ts";
import { handOverWords } from "./hand-over-words.ts";
import { IndicatorPicker } from "./indicator-picker.tsx";
import {
  ALL_OWNED,
  type HandOverDraft,
  handOverCells,
  isOver,
  isOwnedIn,
  MOST_CELLS,
  type PlannedHandOver,
  planHandOver,
} from "./model/plan-hand-over.ts";

const MINUTE_MS = 60_000;

interface Props {
  model: FeedModel;
  draft: HandOverDraft;
  onChange: (draft: HandOverDraft) => void;
  person: Approver;
  onPerson: (person: Approver) => void;
  onPlan: (planned: PlannedHandOver) => void;
  onClose: () => void;
}

/** What is handed over, to whom and from when on; nothing is asked of the server before it was read back. */
export function HandOverForm({ model, draft, onChange, person, onPerson, onPlan, onClose }: Props) {
  const t = useWords(handOverWords);
  const now = useServerTime(MINUTE_MS);
  const receivers = useReceivers(model);
  const [tried, setTried] = useState(false);
  const { to, indicators, at, basis } = draft;
  const set = (patch: Partial<HandOverDraft>) => onChange({ ...draft, ...patch });
  const cells = handOverCells(model.owns, draft);
  const receiver = receivers?.find(({ code }) => code === to);
  const isBased = basis.trim().length >= 3;
  const isPast = isOver(at, now);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const hasCells = cells.length > 0 && cells.length <= MOST_CELLS;
    if (receiver === undefined || !hasCells || isPast || !isBased || !isStated(person)) return;
    onPlan(planHandOver(model, draft, { toName: receiver.name, by: person }));
  };
  const areaError =
    cells.length > MOST_CELLS ? t.tooMany : indicators.size > 0 && cells.length === 0 ? t.areaForeign : null;
  return (
    <form className="fd-form" onSubmit={submit} noValidate>
      <p>{t.note}</p>
      <Receiver
        among={receivers}
        value={to}
        onChange={(chosen) => set({ to: chosen })}
        error={tried && receiver === undefined ? t.toMissing : null}
      />
      <IndicatorPicker owns={model.owns} chosen={indicators} onChange={(chosen) => set({ indicators: chosen })} />
      {tried && indicators.size === 0 ? <FieldError text={t.indicatorsMissing} /> : null}
      <AreaField model={model} draft={draft} onChange={(chosen) => set({ area: chosen })} error={areaError} />
      <MomentField
        label={t.at}
        hint={t.atHint}
        of="minute"
        value={at}
        error={isPast ? t.atPast : null}
        onChange={(typed) => set({ at: typed })}
      />
      <Field
        label={t.basis}
        hint={t.basisHint}
        value={basis}
        max={1000}
        error={tried && !isBased ? t.basisMissing : null}
        onChange={(typed) => set({ basis: typed })}
      />
      <PersonFields person={person} onChange={onPerson} tried={tried} />
      <DialogActs act={t.next} busy={false} onCancel={onClose} />
    </form>
  );
}

/** The feeds that can take over: what is simulated stays among simulated feeds, what is real among real ones. */
function useReceivers({ code: own, simulated }: FeedModel) {
  const { data } = useQuery(feedsQuery(useSource()));
  return data?.feeds.filter((feed) => feed.code !== own && feed.simulated === simulated);
}

interface ChoiceProps {
  value: string;
  onChange: (value: string) => void;
  error: string | null;
}

function Receiver({ among, ...field }: ChoiceProps & { among: ReturnType<typeof useReceivers> }) {
  const t = useWords(handOverWords);
  const text = useText();
  if (among?.length === 0) return <p className="fd-note">{t.noReceiver}</p>;
  const options = (among ?? []).map(({ code, name }) => ({ value: code, text: text(name) }));
  return <SelectField {...field} label={t.to} options={[{ value: "", text: t.choose }, ...options]} />;
}

interface AreaProps extends Omit<ChoiceProps, "value"> {
  model: FeedModel;
  draft: HandOverDraft;
}

/** The areas in which the chosen indicators are owned; one chosen before stays, and what is wrong with it is said. */
function AreaField({ model, draft: { indicators, area }, ...field }: AreaProps) {
  const t = useWords(handOverWords);
  const areas = useAreaOptions().filter(({ value }) => value === area || isOwnedIn(model.owns, indicators, value));
  return (
    <SelectField
      {...field}
      value={area}
      label={t.area}
      options={[{ value: ALL_OWNED, text: t.everything }, ...areas]}
    />
  );
}
