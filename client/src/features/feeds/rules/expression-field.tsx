import "../../formula/formula.css";
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useWords } from "../../../lib/i18n/index.ts";
import { formulaCatalogueQuery, useSource } from "../../../lib/source/index.ts";
import { FormulaEditor } from "../../formula/formula-editor.tsx";
import { ruleDialogWords } from "./rule-dialog-words.ts";

interface Props {
  text: string;
  error: string | null;
  onChange: (text: string) => void;
}

/** A relation in the formula language, with the offers of its editor. */
export function ExpressionField({ text, error, onChange }: Props) {
  const t = useWords(ruleDialogWords);
  const box = useRef<HTMLTextAreaElement>(null);
  const { data: catalogue } = useQuery(formulaCatalogueQuery(useSource()));
  return (
    <FormulaEditor
      box={box}
      text={text}
      catalogue={catalogue}
      label={t.names.formula}
      hint={t.formulaHint}
      error={error}
      onChange={onChange}
    />
  );
}
