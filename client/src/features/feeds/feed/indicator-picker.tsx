import type { OwnedIndicator } from "@bochiso/shared/feed";
import { useState } from "react";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { matchesFolded } from "../../../lib/text/index.ts";
import { Field } from "../common/field.tsx";
import { handOverWords } from "./hand-over-words.ts";

interface Props {
  owns: readonly OwnedIndicator[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

/** Indicators to tick, found by name or code without diacritics. */
export function IndicatorPicker({ owns, chosen, onChange }: Props) {
  const t = useWords(handOverWords);
  const text = useText();
  const [find, setFind] = useState("");
  const found = owns.filter(({ code, name }) => matchesFolded(`${code} ${name.vi} ${name.en}`, find));
  const toggle = (code: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(code);
    else next.delete(code);
    onChange(next);
  };
  return (
    <fieldset>
      <legend>{t.indicators}</legend>
      <Field label={t.find} value={find} onChange={setFind} />
      <p className="fd-acts">
        <span className="fd-hint" role="status">
          {t.chosen(chosen.size)}
        </span>
        <button
          type="button"
          className="btn"
          onClick={() => onChange(new Set([...chosen, ...found.map(({ code }) => code)]))}
        >
          {t.all(found.length)}
        </button>
        <button type="button" className="btn" onClick={() => onChange(new Set())}>
          {t.none}
        </button>
      </p>
      <div className="fd-scroll fd-picker">
        {found.map(({ code, name }) => (
          <label key={code} className="fd-check">
            <input type="checkbox" checked={chosen.has(code)} onChange={({ target }) => toggle(code, target.checked)} />
            <span>
              {text(name)} <code>{code}</code>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
