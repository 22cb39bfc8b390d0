import "./formula.css";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useWords } from "../../lib/i18n/index.ts";
import { formulaCatalogueQuery, useSource } from "../../lib/source/index.ts";
import { ownPeriodType } from "./model/own-period-type.ts";
import { FunctionTables, OperatorTable, ReferenceTables } from "./rule-tables.tsx";
import { type Tried, TryBox } from "./try-box.tsx";
import { formulaWords } from "./words.ts";

interface Props {
  tried: Tried;
  onChange: (patch: Partial<Tried>) => void;
}

/** Công thức: the language of methods of calculation, with a box to try it on stored figures. */
export function FormulaPage({ tried, onChange }: Props) {
  const t = useWords(formulaWords);
  const box = useRef<HTMLTextAreaElement>(null);
  const { data: catalogue } = useQuery(formulaCatalogueQuery(useSource()));
  useEffect(() => {
    document.title = t.title;
  }, [t]);
  const tryExample = (text: string): void => {
    onChange({ text, periodType: ownPeriodType(text, catalogue?.indicators ?? []) });
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView?.({ block: "center" });
  };
  return (
    <div className="page fx">
      <header className="wide fx-head">
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
      </header>
      <TryBox box={box} tried={tried} catalogue={catalogue} onChange={onChange} />
      <FunctionTables onTry={tryExample} />
      <OperatorTable />
      <ReferenceTables onTry={tryExample} />
    </div>
  );
}
