import type { Receipt } from "@bochiso/shared/submission";
import { useEffect, useId, useState } from "react";
import { sha256 } from "../../../lib/digest/index.ts";
import { useWords } from "../../../lib/i18n/index.ts";
import type { SentFormat } from "../../../lib/source/index.ts";
import { Icon } from "../../../ui/index.ts";
import { Field } from "../common/field.tsx";
import { guessFormat, hexOf } from "./model/sent-body.ts";
import { replayWords } from "./replay-words.ts";

/** A body to be sent: the bytes as they are, and where they come from. */
export interface SentBody {
  readonly bytes: ArrayBuffer;
  /** Name and size of the file; null for what was pasted. */
  readonly file: { name: string; size: number } | null;
}

interface Props {
  receipt: Receipt;
  body: SentBody | null;
  error: string | null;
  /** The format the body seems to have; null where there is no body. */
  onChange: (body: SentBody | null, format: SentFormat | null) => void;
}

const GUESSED_FROM = 4_096;

/** A file, or a text pasted; compared with what the receipt says was sent. */
export function ReplayBody({ receipt, body, error, onChange }: Props) {
  const t = useWords(replayWords);
  const [pasted, setPasted] = useState("");
  const [round, setRound] = useState(0);
  const id = useId();
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    const bytes = await file.arrayBuffer();
    const start = new TextDecoder().decode(bytes.slice(0, GUESSED_FROM));
    onChange({ bytes, file: { name: file.name, size: file.size } }, guessFormat(start, file.name));
  };
  const paste = (text: string) => {
    setPasted(text);
    if (text === "") onChange(null, null);
    else onChange({ bytes: new TextEncoder().encode(text).buffer, file: null }, guessFormat(text));
  };
  const leaveFile = () => {
    // An input of the browser cannot be emptied but by a new one.
    setRound(round + 1);
    paste(pasted);
  };
  const file = body?.file ?? null;
  return (
    <fieldset>
      <legend>{t.body}</legend>
      <div className="fd-field">
        <input
          key={round}
          id={id}
          className="vh"
          type="file"
          onChange={({ target }) => void choose(target.files?.[0])}
        />
        <label htmlFor={id} className="btn">
          {t.file}
        </label>
      </div>
      {file === null ? (
        <Field label={t.paste} rows={6} value={pasted} error={error} onChange={paste} />
      ) : (
        <p className="fd-acts">
          {t.fromFile(file.name, `${file.size} B`)}
          <button type="button" className="link" onClick={leaveFile}>
            {t.drop}
          </button>
        </p>
      )}
      {body === null ? null : <Comparison body={body.bytes} sent={receipt.contentSha256} />}
    </fieldset>
  );
}

/** Whether these are the bytes the receipt is about. */
function Comparison({ body, sent }: { body: ArrayBuffer; sent: string }) {
  const t = useWords(replayWords);
  const [found, setFound] = useState<"same" | "other" | "unknown" | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void sha256(body).then((digest) => {
      if (isCurrent) setFound(digest === null ? "unknown" : hexOf(digest) === sent ? "same" : "other");
    });
    return () => {
      isCurrent = false;
    };
  }, [body, sent]);
  if (found === null) return null;
  const shape = { same: "dat", other: "cham", unknown: "khong" }[found];
  return (
    <p className={`st st-${shape} fd-compared`} role="status">
      <Icon name={found === "same" ? "s-dat" : found === "other" ? "s-cham" : "s-khong"} size={14} />
      {t[found]}
    </p>
  );
}
