import { type MarkQuestion, numberInWords } from "@bochiso/shared/entry";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { Sheet } from "../../../ui/index.ts";
import { exactText } from "../../feeds/common/exact-text.ts";
import { fileWords } from "./words.ts";

interface Props {
  question: MarkQuestion;
  onSaid: (decimalMark: "." | ",") => void;
}

/** Asks once what a mark means in the numbers of a file that have two meanings. */
export function MarkSheet({ question, onSaid }: Props) {
  const t = useWords(fileWords);
  const language = useLanguage();
  const { mark, count, example, whole, decimal } = question;
  const other = mark === "." ? "," : ".";
  const reads = (text: string): string => {
    const words = numberInWords(text, language);
    return t.markReads(example, words ?? exactText(text, language));
  };
  return (
    <Sheet className="wide" id="dau-so" title={t.mark(mark)} note={t.markWhy(count, example)}>
      <div className="fe-part fe-marks">
        <button type="button" className="btn" onClick={() => onSaid(other)}>
          {t.markGroups(mark)} {reads(whole)}
        </button>
        <button type="button" className="btn" onClick={() => onSaid(mark)}>
          {t.markDecimal(mark)} {reads(decimal)}
        </button>
      </div>
    </Sheet>
  );
}
