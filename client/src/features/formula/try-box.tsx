import { AreaCode } from "@bochiso/shared/area";
import { PERIOD_TYPE_WORDS, PeriodType } from "@bochiso/shared/period";
import type { FormulaCatalogueModel } from "@bochiso/shared/screen";
import { skipToken, useQuery } from "@tanstack/react-query";
import { type FormEvent, type RefObject, useState } from "react";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { checkFormulaQuery, evaluateFormulaQuery, type FormulaValueInput, useSource } from "../../lib/source/index.ts";
import { useSettled } from "../../lib/use-settled.ts";
import { Sheet } from "../../ui/index.ts";
import { ChoiceBox } from "../listing/index.ts";
import { CheckResult } from "./check-result.tsx";
import { FormulaEditor } from "./formula-editor.tsx";
import { TryValue } from "./try-value.tsx";
import { formulaWords } from "./words.ts";

/** What is being tried; the home of it is the address. */
export interface Tried {
  text: string;
  periodType: PeriodType;
  area: string;
  period: string;
}

interface Props {
  box: RefObject<HTMLTextAreaElement | null>;
  tried: Tried;
  catalogue: FormulaCatalogueModel | undefined;
  onChange: (patch: Partial<Tried>) => void;
}

const PAUSE_MS = 250;
const TYPES = PeriodType.options.filter((type) => type !== "static");

/** Thử công thức: checked while it is typed, computed when asked. */
export function TryBox({ box, tried, catalogue, onChange }: Props) {
  const t = useWords(formulaWords);
  const source = useSource();
  const asked = useSettled(tried.text, PAUSE_MS);
  const [wanted, setWanted] = useState<FormulaValueInput | null>(null);
  const blank = asked.trim() === "";
  const check = useQuery({
    ...checkFormulaQuery(source, { text: asked, periodType: tried.periodType }),
    enabled: !blank,
  });
  const query = evaluateFormulaQuery(source, wanted ?? NOTHING);
  const value = useQuery(wanted === null ? { ...query, queryFn: skipToken } : query);
  const evaluate = (event: FormEvent): void => {
    event.preventDefault();
    const area = AreaCode.safeParse(tried.area);
    if (!area.success) return;
    const { text, periodType, period } = tried;
    setWanted({ text, periodType, area: area.data, period: period.trim() === "" ? null : period.trim() });
    void (wanted !== null && value.refetch());
  };
  const ready = !blank && check.data?.ok === true && check.data.canEvaluate && asked === tried.text;
  const isOfThis = wanted?.text === tried.text && wanted.periodType === tried.periodType;
  return (
    <Sheet className="wide fx-try" title={t.tryTitle} note={t.tryNote}>
      <form onSubmit={evaluate}>
        <FormulaEditor box={box} text={tried.text} catalogue={catalogue} onChange={(text) => onChange({ text })} />
        <TryTools tried={tried} catalogue={catalogue} ready={ready} onChange={onChange} />
      </form>
      <div className="fx-found" aria-live="polite">
        {blank ? <p>{t.empty}</p> : null}
        {!blank && check.isError ? <p>{t.failed}</p> : null}
        {!blank && check.data === undefined && !check.isError ? <p>{t.checking}</p> : null}
        {blank || check.data === undefined ? null : (
          <CheckResult
            text={asked}
            found={check.data}
            show={(start, end) => {
              box.current?.focus();
              box.current?.setSelectionRange(start, end);
            }}
            replace={(start, end, name) => onChange({ text: asked.slice(0, start) + name + asked.slice(end) })}
          />
        )}
      </div>
      {isOfThis && value.isError ? <p className="fx-found">{t.failed}</p> : null}
      {isOfThis && value.data !== undefined ? <TryValue found={value.data} /> : null}
    </Sheet>
  );
}

/** Never asked: stands in the key of a query that is off. */
const NOTHING: FormulaValueInput = { text: "", periodType: "month", area: AreaCode.parse("VN"), period: null };

interface ToolsProps extends Pick<Props, "tried" | "catalogue" | "onChange"> {
  ready: boolean;
}

function TryTools({ tried, catalogue, ready, onChange }: ToolsProps) {
  const t = useWords(formulaWords);
  const language = useLanguage();
  return (
    <div className="fx-tools">
      <ChoiceBox
        label={t.periodType}
        value={tried.periodType}
        options={TYPES.map((type) => ({ value: type, text: PERIOD_TYPE_WORDS[type][language] }))}
        onChange={(periodType) => (periodType === "" ? undefined : onChange({ periodType }))}
      />
      <ChoiceBox
        label={t.area}
        value={tried.area}
        options={(catalogue?.areas ?? []).map(({ code, name }) => ({
          value: code,
          text: code.includes(":") ? `${name[language]} (${code})` : name[language],
        }))}
        onChange={(area) => onChange({ area })}
      />
      <label className="fx-period">
        <span>{t.period}</span>
        <input
          value={tried.period}
          maxLength={40}
          placeholder={t.newest}
          onChange={(event) => onChange({ period: event.target.value })}
        />
      </label>
      <button type="submit" className="btn primary" disabled={!ready}>
        {t.evaluate}
      </button>
    </div>
  );
}
