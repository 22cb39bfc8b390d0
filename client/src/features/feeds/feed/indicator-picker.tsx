import type { OwnedIndicator } from "@bochiso/shared/feed";
import { useState } from "react";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { findText } from "../../../lib/text/index.ts";
import { Field } from "../common/field.tsx";
import { handOverWords } from "./hand-over-words.ts";

interface Props {
  owns: readonly OwnedIndicator[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

/** Indicators to tick, found by name or code; what was ticked stands above, whatever is searched for. */
export function IndicatorPicker({ owns, chosen, onChange }: Props) {
  const t = useWords(handOverWords);
  const [find, setFind] = useState("");
  const { found, near } = findText(owns, find, ({ code, name }) => `${code} ${name.vi} ${name.en}`);
  const toggle = (code: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(code);
    else next.delete(code);
    onChange(next);
  };
  return (
    <fieldset>
      <legend>{t.indicators}</legend>
      <Chosen among={owns.filter(({ code }) => chosen.has(code))} onDrop={(code) => toggle(code, false)} />
      <Field label={t.find} hint={t.findHint} value={find} onChange={setFind} />
      <p className="fd-acts">
        <button
          type="button"
          className="btn"
          disabled={found.length === 0}
          onClick={() => onChange(new Set([...chosen, ...found.map(({ code }) => code)]))}
        >
          {t.all(found.length)}
        </button>
        <button type="button" className="btn" disabled={chosen.size === 0} onClick={() => onChange(new Set())}>
          {t.none}
        </button>
      </p>
      <div className="fd-scroll fd-picker">
        {found.length === 0 ? <p className="fd-hint">{t.noneFound}</p> : null}
        <Ticks among={found} chosen={chosen} onToggle={toggle} />
        {near.length === 0 ? null : <p className="fd-near">{t.near}</p>}
        <Ticks among={near} chosen={chosen} onToggle={toggle} />
      </div>
    </fieldset>
  );
}

function Chosen({ among, onDrop }: { among: readonly OwnedIndicator[]; onDrop: (code: string) => void }) {
  const t = useWords(handOverWords);
  const text = useText();
  return (
    <>
      <p className="fd-hint" role="status">
        {t.chosen(among.length)}
      </p>
      {among.length === 0 ? null : (
        <ul className="fd-scroll fd-picker">
          {among.map(({ code, name }) => (
            <li key={code} className="fd-chosen">
              <span>{text(name)}</span>
              <button type="button" className="link" onClick={() => onDrop(code)}>
                {t.drop}
                <span className="vh"> {text(name)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface TicksProps {
  among: readonly OwnedIndicator[];
  chosen: ReadonlySet<string>;
  onToggle: (code: string, on: boolean) => void;
}

function Ticks({ among, chosen, onToggle }: TicksProps) {
  const text = useText();
  return among.map(({ code, name }) => (
    <label key={code} className="fd-check">
      <input type="checkbox" checked={chosen.has(code)} onChange={({ target }) => onToggle(code, target.checked)} />
      <span>
        {text(name)} <code>{code}</code>
      </span>
    </label>
  ));
}
