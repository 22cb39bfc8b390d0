import {
  type ColumnMapping,
  type EntryEffect,
  type EntryGridModel,
  type EntrySaved,
  type FileReading,
  type HeadingPlace,
  MOST_FILE_BYTES,
} from "@bochiso/shared/entry";
import type { Text } from "@bochiso/shared/text";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { useSource } from "../../../lib/source/index.ts";
import { ActFault } from "../../feeds/common/act-fault.tsx";
import { EffectSheet } from "../common/effect-sheet.tsx";
import { newKey } from "../common/new-key.ts";
import { RefusedRows } from "../common/refused-rows.tsx";
import { SaveForm } from "../common/save-form.tsx";
import { SavedSheet } from "../common/saved-sheet.tsx";
import { useLeadTo } from "../common/use-lead-to.ts";
import { ColumnsSheet } from "./columns/columns-sheet.tsx";
import { DropBox } from "./drop-box.tsx";
import { MarkSheet } from "./mark-sheet.tsx";
import { fileContent } from "./model/file-content.ts";
import { ReadingSheet } from "./reading-sheet.tsx";
import { fileWords } from "./words.ts";

/** A file, and once said: what a mark such as that of `1.234` means in it, what its columns are, where its headings stand. */
interface Dropped {
  readonly file: File;
  readonly decimalMark?: "." | ",";
  readonly mapping?: ColumnMapping;
  readonly headingsAt?: HeadingPlace;
}

/** A file as read, what saving it would do (null: nothing to save), and the key of saving it. */
interface Tried {
  readonly reading: FileReading;
  readonly effect: EntryEffect | null;
  readonly saveKey: string;
}

/** Takes a file, reads it, tries it, and offers to save it. */
export function FileDesk({ model }: { model: EntryGridModel }) {
  const t = useWords(fileWords);
  const text = useText();
  const source = useSource();
  const [saved, setSaved] = useState<EntrySaved | null>(null);
  const { feed } = model;
  const { mutate, data, error, isPending, variables } = useMutation({
    mutationFn: async ({ file, ...said }: Dropped): Promise<Tried> => {
      const reading = await source.entry.readFile({ feed, name: file.name, content: await fileContent(file), ...said });
      const rows = [...reading.rows];
      const effect = rows.length === 0 ? null : await source.entry.check({ feed, rows });
      return { reading, effect, saveKey: newKey() };
    },
  });
  const place = useLeadTo(data?.saveKey ?? null);
  const [tooLarge, setTooLarge] = useState(false);
  const take = (file: File | undefined): void => {
    if (file === undefined || isPending) return;
    setSaved(null);
    setTooLarge(file.size > MOST_FILE_BYTES);
    if (file.size <= MOST_FILE_BYTES) mutate({ file });
  };
  const placeOf = (row: number): string => data?.reading.places[row] ?? "";
  const nameOf = (row: number): string => {
    const sent = data?.reading.rows[row];
    const named = data?.effect?.faulty.find((it) => it.row === row);
    const word = (name: Text | null | undefined, code: string | undefined) => (name == null ? code : text(name));
    const words = [word(named?.indicator, sent?.indicator), word(named?.area, sent?.area)];
    return [t.cell(placeOf(row)), ...words, word(named?.period, sent?.period)].filter(Boolean).join(" · ");
  };
  const isDone = saved?.kind === "stored";
  // Nothing is read of a table before it is said what its columns are.
  const isAsked =
    data !== undefined &&
    data.reading.columnQuestion !== null &&
    data.reading.layout === null &&
    data.reading.findingCount === 0;
  return (
    <>
      <DropBox busy={isPending ? (variables?.file.name ?? "") : null} disabled={!model.accepts} onFile={take} />
      {tooLarge ? (
        <p className="wide fe-none fe-bad" role="alert">
          {t.tooLarge}
        </p>
      ) : null}
      <div className="wide">
        <ActFault error={error} />
      </div>
      {data === undefined || isPending || isDone ? null : (
        <div ref={place} tabIndex={-1} className="wide fe-preview">
          {data.reading.markQuestion === null ? null : (
            <MarkSheet
              question={data.reading.markQuestion}
              onSaid={(decimalMark) => {
                if (variables !== undefined) mutate({ ...variables, decimalMark });
              }}
            />
          )}
          {data.reading.columnQuestion === null ? null : (
            <ColumnsSheet
              key={data.saveKey}
              feed={feed}
              question={data.reading.columnQuestion}
              isRead={variables?.mapping !== undefined}
              onHeadings={(headingsAt) => {
                if (variables !== undefined) mutate({ file: variables.file, headingsAt });
              }}
              onSaid={(mapping) => {
                if (variables !== undefined) mutate({ ...variables, mapping });
              }}
            />
          )}
          {isAsked ? null : <ReadingSheet reading={data.reading} />}
          {data.effect === null ? null : (
            <EffectSheet
              effect={data.effect}
              nameOf={nameOf}
              placeOf={placeOf}
              rows={data.reading.rows}
              otherUnits={data.reading.otherUnits}
            >
              {data.reading.errorCount > 0 ? (
                <p className="fe-part fe-warn">{t.leftOut(data.reading.errorCount)}</p>
              ) : null}
              <SaveForm
                feed={feed}
                way="file"
                rows={data.reading.rows}
                effect={data.effect}
                saveKey={data.saveKey}
                needsSignOff={model.needsSignOff}
                document={data.reading.name}
                otherUnits={data.reading.otherUnits}
                onSaved={setSaved}
              />
            </EffectSheet>
          )}
        </div>
      )}
      {saved === null ? null : (
        <SavedSheet key={saved.kind === "stored" ? saved.receipt.id : "no"} feed={feed} saved={saved} placeOf={placeOf}>
          {data?.effect == null || data.effect.counts.rejected === 0 ? null : (
            <RefusedRows rows={data.reading.rows} effect={data.effect} />
          )}
        </SavedSheet>
      )}
    </>
  );
}
