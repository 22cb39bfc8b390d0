import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { keysWords } from "./words.ts";

/** The way to the pages for engineers: contract, steps, programs. */
export function ConnectGuide() {
  const t = useWords(keysWords);
  const language = useLanguage();
  return (
    <a className="link" href={`/api/docs?lang=${language}`} target="_blank" rel="noreferrer">
      {t.guide}
    </a>
  );
}
