import type { FeedModel } from "@bochiso/shared/feed";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { announce } from "../../../lib/announce/index.ts";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { feedsQuery, useSource } from "../../../lib/source/index.ts";
import { Modal } from "../../../ui/index.ts";
import { ActFault } from "../common/act-fault.tsx";
import { DialogActs } from "../common/dialog-acts.tsx";
import { Field } from "../common/field.tsx";
import { FieldError } from "../common/field-error.tsx";
import { isStated, PersonFields } from "../common/person-fields.tsx";
import { SelectField } from "../common/select-field.tsx";
import { useAreaOptions } from "../common/use-area-options.ts";
import { usePerson } from "../common/use-person.ts";
import { handOverWords } from "./hand-over-words.ts";
import { IndicatorPicker } from "./indicator-picker.tsx";
import { ALL_OWNED, handOverCells, instantOf } from "./model/hand-over-cells.ts";

/** Most cells of one hand-over (`HandOverInput`). */
const MOST_CELLS = 5_000;

/** Dates a hand-over of what the feed owns to another feed. */
export function HandOverDialog({ model, onClose }: { model: FeedModel; onClose: () => void }) {
  const t = useWords(handOverWords);
  const source = useSource();
  const queryClient = useQueryClient();
  const [to, setTo] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [area, setArea] = useState(ALL_OWNED);
  const [at, setAt] = useState("");
  const [basis, setBasis] = useState("");
  const [person, setPerson] = usePerson();
  const [tried, setTried] = useState(false);
  const cells = handOverCells(model.owns, { indicators: chosen, area });
  const isBased = basis.trim().length >= 3;
  const handOver = useMutation({
    mutationFn: source.feeds.handOver,
    onSuccess: () => {
      announce(t.done);
      onClose();
      return queryClient.invalidateQueries({ predicate: ({ queryKey }) => /^feeds?$/.test(String(queryKey[0])) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (to === "" || cells.length === 0 || cells.length > MOST_CELLS || !isBased || !isStated(person)) return;
    handOver.mutate({ from: model.code, to, at: instantOf(at), cells, basis, by: person });
  };
  const areaError =
    cells.length > MOST_CELLS ? t.tooMany : chosen.size > 0 && cells.length === 0 ? t.areaForeign : null;
  return (
    <Modal label={t.title} className="fd-dialog fd" onClose={onClose}>
      <h2>{t.title}</h2>
      <p>{t.note}</p>
      <form className="fd-form" onSubmit={submit} noValidate>
        <Receiver own={model.code} value={to} onChange={setTo} error={tried && to === "" ? t.toMissing : null} />
        <IndicatorPicker owns={model.owns} chosen={chosen} onChange={setChosen} />
        {tried && chosen.size === 0 ? <FieldError text={t.indicatorsMissing} /> : null}
        <AreaField value={area} onChange={setArea} error={areaError} />
        {cells.length === 0 ? null : <p className="fd-hint">{t.effect(cells.length)}</p>}
        <Field label={t.at} hint={t.atHint} type="datetime-local" value={at} onChange={setAt} />
        <Field
          label={t.basis}
          hint={t.basisHint}
          value={basis}
          max={1000}
          error={tried && !isBased ? t.basisMissing : null}
          onChange={setBasis}
        />
        <PersonFields person={person} onChange={setPerson} tried={tried} />
        <ActFault error={handOver.error} />
        <DialogActs act={t.act} busy={handOver.isPending} onCancel={onClose} />
      </form>
    </Modal>
  );
}

interface ChoiceProps {
  value: string;
  onChange: (value: string) => void;
  error: string | null;
}

function Receiver({ own, ...field }: ChoiceProps & { own: string }) {
  const t = useWords(handOverWords);
  const text = useText();
  const { data } = useQuery(feedsQuery(useSource()));
  const others = (data?.feeds ?? []).filter(({ code }) => code !== own);
  const options = others.map(({ code, name }) => ({ value: code, text: `${text(name)} (${code})` }));
  return <SelectField {...field} label={t.to} options={[{ value: "", text: t.choose }, ...options]} />;
}

function AreaField(field: ChoiceProps) {
  const t = useWords(handOverWords);
  const areas = useAreaOptions();
  return <SelectField {...field} label={t.area} options={[{ value: ALL_OWNED, text: t.everything }, ...areas]} />;
}
