import { useState } from "react";
import { announce } from "../../../lib/announce/index.ts";
import { useWords } from "../../../lib/i18n/index.ts";
import { actWords } from "./act-words.ts";

/** Copies a text; where the browser refuses, it says so. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const t = useWords(actWords);
  const [said, setSaid] = useState<string | null>(null);
  const copy = async () => {
    const outcome = await navigator.clipboard.writeText(text).then(
      () => t.copied,
      () => t.copyFailed,
    );
    setSaid(outcome);
    announce(outcome);
  };
  return (
    <span className="fd-acts">
      <button type="button" className="btn" onClick={() => void copy()}>
        {label ?? t.copy}
      </button>
      {said === null ? null : <span className="fd-hint">{said}</span>}
    </span>
  );
}
