import { defineDictionary } from "@bochiso/shared/i18n";
import { useState } from "react";
import { useWords } from "../../../lib/i18n/index.ts";
import { Field } from "./field.tsx";
import { readDay, readMinute, writtenMoment } from "./read-moment.ts";

const momentWords = defineDictionary({
  vi: { day: "Ghi ngày như 22/11/2026.", minute: "Ghi giờ và ngày như 07:30 22/11/2026." },
  en: { day: "Write the day as 22/11/2026.", minute: "Write time and day as 07:30 22/11/2026." },
});

interface Props {
  label: string;
  hint?: string;
  /** A day alone, or a minute of a day. */
  of: "day" | "minute";
  /** As `onChange` gave it last. */
  value: string;
  /** What is wrong with it, besides not being one. */
  error: string | null;
  /** ISO day or local minute; empty: nothing was written; what was written as it stands: it is none. */
  onChange: (value: string) => void;
}

const READ = { day: readDay, minute: readMinute } as const;

/** A day or a minute, written as people here write it; the browser's own fields speak the language of the browser. */
export function MomentField({ of, value, error, onChange, ...field }: Props) {
  const t = useWords(momentWords);
  const [typed, setTyped] = useState(() => writtenMoment(value));
  const isBad = typed.trim() !== "" && READ[of](typed) === null;
  const change = (text: string): void => {
    setTyped(text);
    onChange(READ[of](text) ?? text.trim());
  };
  return <Field {...field} value={typed} error={isBad ? t[of] : error} onChange={change} />;
}
