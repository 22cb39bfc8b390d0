import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { formulaCatalogueQuery, useSource } from "../../../lib/source/index.ts";
import { findText } from "../../../lib/text/index.ts";
import { Field } from "../common/field.tsx";
import { Loaded } from "../common/loaded.tsx";
import { newRuleWords } from "./new-rule-words.ts";

const SHOWN = 12;

/** The indicator that a rule is made for, found by name or code. */
export function IndicatorChoice({ onChoose }: { onChoose: (code: string) => void }) {
  const t = useWords(newRuleWords);
  const text = useText();
  const [find, setFind] = useState("");
  const query = useQuery(formulaCatalogueQuery(useSource()));
  const { found, near } = findText(
    query.data?.indicators ?? [],
    find,
    ({ code, name }) => `${code} ${name.vi} ${name.en}`,
  );
  const all = [...found, ...near];
  const more = all.length - SHOWN;
  return (
    <div className="fd-form">
      <Field label={t.find} hint={t.findHint} value={find} onChange={setFind} />
      <Loaded query={query} height={120}>
        {() => (all.length === 0 ? <p className="fd-note">{t.noneFound}</p> : null)}
      </Loaded>
      <ul className="qr-choices" aria-label={t.indicators}>
        {all.slice(0, SHOWN).map(({ code, name }) => (
          <li key={code}>
            <button type="button" className="link" onClick={() => onChoose(code)}>
              {text(name)}
            </button>{" "}
            <code>{code}</code>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="fd-hint">{t.more(more)}</p> : null}
    </div>
  );
}
