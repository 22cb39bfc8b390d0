import type { EntryEffect, EntryRow } from "@bochiso/shared/entry";
import { localDate } from "@bochiso/shared/period";
import { useNow } from "../../../lib/clock/index.ts";
import { downloadText } from "../../../lib/csv/index.ts";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { refusedRowsFile } from "./refused-rows-file.ts";
import { entryCommonWords } from "./words.ts";

const MINUTE = 60_000;

interface Props {
  rows: readonly EntryRow[];
  effect: EntryEffect;
}

/** The refused rows as a file that is corrected and dropped again. */
export function RefusedRows({ rows, effect }: Props) {
  const t = useWords(entryCommonWords);
  const language = useLanguage();
  const day = localDate(useNow(MINUTE));
  const download = (): void => {
    downloadText({ name: t.refusedName(day), text: refusedRowsFile(rows, effect, language), type: "text/csv" });
  };
  return (
    <p className="fe-part">
      <button type="button" className="btn" onClick={download}>
        {t.refusedFile}
      </button>{" "}
      <span className="soft">{t.refusedFileNote}</span>
    </p>
  );
}
