import { MOST_LOCKED } from "@bochiso/shared/steward";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { feedQuery, feedsQuery, useSource } from "../../../lib/source/index.ts";
import { findText } from "../../../lib/text/index.ts";
import { Field } from "../common/field.tsx";
import { SelectField } from "../common/select-field.tsx";
import { Ticks } from "../rules/tick-list.tsx";
import { locksWords } from "./words.ts";

interface Props {
  indicators: readonly { readonly value: string; readonly text: string }[];
  chosen: readonly string[];
  tried: boolean;
  onChange: (chosen: readonly string[]) => void;
}

/** One, several or all indicators of a feed, found by name or code. */
export function IndicatorChoice({ indicators, chosen, tried, onChange }: Props) {
  const t = useWords(locksWords);
  const text = useText();
  const source = useSource();
  const [find, setFind] = useState("");
  const [feed, setFeed] = useState("");
  const feeds = useQuery(feedsQuery(source)).data?.feeds ?? [];
  const owned = useQuery({ ...feedQuery(source, feed), enabled: feed !== "" }).data?.owns;
  const own = new Set(owned?.map(({ code }) => code));
  const known = new Set(indicators.map(({ value }) => value));
  const others = (owned ?? [])
    .filter(({ code }) => !known.has(code))
    .map(({ code, name }) => ({ value: code, text: `${text(name)} (${code})` }));
  const offered = feed === "" ? indicators : [...indicators.filter(({ value }) => own.has(value)), ...others];
  const { found, near } = findText(offered, find, (it) => it.text);
  const shown = [...found, ...near];
  const all = [...new Set([...chosen, ...found.map(({ value }) => value)])];
  return (
    <fieldset>
      <legend>{t.indicators(chosen.length)}</legend>
      <div className="fd-pair">
        <Field label={t.find} value={find} onChange={setFind} />
        <SelectField
          label={t.feed}
          value={feed}
          options={[
            { value: "", text: t.anyFeed },
            ...feeds.map(({ code, name }) => ({ value: code, text: text(name) })),
          ]}
          onChange={setFeed}
        />
      </div>
      <p className="fd-acts">
        <button
          type="button"
          className="btn"
          disabled={found.length === 0 || all.length > MOST_LOCKED}
          onClick={() => onChange(all)}
        >
          {t.chooseAll(found.length)}
        </button>
        <button type="button" className="btn" disabled={chosen.length === 0} onClick={() => onChange([])}>
          {t.chooseNone}
        </button>
      </p>
      <Ticks
        label={t.indicator}
        options={shown}
        chosen={chosen}
        error={tried && chosen.length === 0 ? t.indicatorMissing : null}
        onChange={onChange}
      />
    </fieldset>
  );
}
