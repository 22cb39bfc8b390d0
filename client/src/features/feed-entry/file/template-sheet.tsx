import type { EntryGridModel } from "@bochiso/shared/entry";
import { PERIOD_TYPE_WORDS } from "@bochiso/shared/i18n";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { useSource } from "../../../lib/source/index.ts";
import { Sheet } from "../../../ui/index.ts";
import { ActFault } from "../../feeds/common/act-fault.tsx";
import { downloadContent } from "./model/file-content.ts";
import { fileWords } from "./words.ts";

/** The template of the feed for a period, to be filled in and dropped again. */
export function TemplateSheet({ model }: { model: EntryGridModel }) {
  const t = useWords(fileWords);
  const text = useText();
  const language = useLanguage();
  const source = useSource();
  const id = useId();
  const [period, setPeriod] = useState<string>(model.period.id);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => source.entry.template({ feed: model.feed, period }),
    onSuccess: ({ fileName, content }) => downloadContent(fileName, content),
  });
  return (
    <Sheet className="wide" title={t.template} note={t.templateNote}>
      <div className="fe-part fe-template">
        <span className="fe-period">
          <label htmlFor={id}>{t.period}</label>
          <select id={id} value={period} onChange={({ target }) => setPeriod(target.value)}>
            {model.choices.map(({ type, periods }) => (
              <optgroup key={type} label={PERIOD_TYPE_WORDS[type][language]}>
                {periods.map((it) => (
                  <option key={it.id} value={it.id}>
                    {text(it.label)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </span>
        <button type="button" className="btn" aria-disabled={isPending || undefined} onClick={() => mutate()}>
          {isPending ? t.downloading : t.download}
        </button>
        <ActFault error={error} />
      </div>
    </Sheet>
  );
}
