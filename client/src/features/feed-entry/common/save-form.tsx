import type { EntryEffect, EntryRow, EntrySaved, EntrySaveInput, OtherUnit } from "@bochiso/shared/entry";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useWords } from "../../../lib/i18n/index.ts";
import { useSource } from "../../../lib/source/index.ts";
import { ActFault } from "../../feeds/common/act-fault.tsx";
import { Field } from "../../feeds/common/field.tsx";
import { isStated, PersonFields } from "../../feeds/common/person-fields.tsx";
import { usePerson } from "../../feeds/common/use-person.ts";
import { largeSteps } from "./large-steps.ts";
import { MustTick } from "./must-tick.tsx";
import { entryCommonWords } from "./words.ts";

interface Props {
  feed: string;
  way: EntrySaveInput["way"];
  rows: readonly EntryRow[];
  effect: EntryEffect;
  /** Kept from one try to the next: a lost answer does not store twice. */
  saveKey: string;
  needsSignOff: boolean;
  /** Where known already, such as the name of the file. */
  document?: string;
  /** Rows beside which the file names another unit. */
  otherUnits?: readonly OtherUnit[];
  onSaved: (saved: EntrySaved) => void;
}

/** Who saves, on what basis, and what of it; only here anything is stored. */
export function SaveForm({ feed, way, rows, effect, saveKey, needsSignOff, onSaved, ...given }: Props) {
  const t = useWords(entryCommonWords);
  const source = useSource();
  const [person, setPerson] = usePerson();
  const [basis, setBasis] = useState(given.document ?? "");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [tries, setTries] = useState(0);
  const tried = tries > 0;
  const form = useRef<HTMLFormElement>(null);
  const { rejected: faulty, unchanged } = effect.counts;
  const sound = rows.length - faulty;
  const large = largeSteps(effect).length;
  const otherUnits = (given.otherUnits ?? []).filter(({ row }) => effect.outcomes[row] !== "rejected").length;
  const asked = [
    { name: "faulty", count: faulty, label: t.leaveOut(faulty), missing: t.leaveOutMissing(faulty) },
    { name: "large", count: large, label: t.largeRight(large), missing: t.largeMissing },
    { name: "units", count: otherUnits, label: t.unitsRight(otherUnits), missing: t.unitsMissing },
  ].filter(({ count }) => count > 0);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (input: EntrySaveInput) => source.entry.save(input),
    onSuccess: onSaved,
  });
  // What keeps the form from being sent may stand out of view.
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  if (sound === 0) return <p className="fe-part fe-bad">{t.nothing}</p>;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    if (!isStated(person) || asked.some(({ name }) => !ticked.has(name)) || isPending) return;
    const document = basis.trim() === "" ? null : basis.trim();
    mutate({ feed, way, rows: [...rows], key: saveKey, document, leaveOutFaulty: faulty > 0, by: person });
  };
  return (
    <form ref={form} className="fe-part fe-save" onSubmit={submit} noValidate>
      {needsSignOff ? <p>{t.signOff}</p> : null}
      {asked.map((it) => (
        <MustTick
          key={it.name}
          label={it.label}
          missing={it.missing}
          checked={ticked.has(it.name)}
          tried={tried}
          onChange={(checked) =>
            setTicked(new Set([...ticked].filter((name) => name !== it.name).concat(checked ? it.name : [])))
          }
        />
      ))}
      <Field label={t.document} hint={t.documentHint} value={basis} max={300} onChange={setBasis} />
      <PersonFields person={person} onChange={setPerson} tried={tried} />
      <ActFault error={error} />
      <button type="submit" className="btn primary" aria-disabled={isPending || undefined}>
        {isPending ? t.saving : t.save(sound - unchanged, unchanged)}
      </button>
    </form>
  );
}
