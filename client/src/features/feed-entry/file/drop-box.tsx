import { type DragEvent, useId, useState } from "react";
import { useWords } from "../../../lib/i18n/index.ts";
import { fileWords } from "./words.ts";

interface Props {
  /** The file being read; null: none. */
  busy: string | null;
  disabled: boolean;
  onFile: (file: File | undefined) => void;
}

/** Where a file is dropped or chosen. */
export function DropBox({ busy, disabled, onFile }: Props) {
  const t = useWords(fileWords);
  const id = useId();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!disabled) onFile(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is beside the field, which the keyboard reaches
    <div
      className={isOver ? "fe-drop fe-over wide" : "fe-drop wide"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{t.drop}</p>
      <p>
        <input
          id={id}
          className="vh"
          type="file"
          accept=".xlsx,.xlsm,.csv,text/csv"
          disabled={disabled}
          onChange={({ target }) => {
            onFile(target.files?.[0]);
            // The same file, mended, may be chosen again.
            target.value = "";
          }}
        />
        <label htmlFor={id} className="btn primary">
          {t.choose}
        </label>
      </p>
      <p role="status">{busy === null ? "" : t.reading(busy)}</p>
    </div>
  );
}
