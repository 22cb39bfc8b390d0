import { useEffect, useState } from "react";
import { Icon } from "../../ui/index.ts";

const WAIT_MS = 250;

interface Props {
  label: string;
  /** The text of the address. */
  text: string;
  onChange: (text: string) => void;
}

/** A filter that writes itself into the address when typing pauses; going back in history writes it into the box. */
export function FindBox({ label, text, onChange }: Props) {
  const [typed, setTyped] = useState(text);
  const [known, setKnown] = useState(text);
  if (known !== text) {
    setKnown(text);
    setTyped(text);
  }
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => onChange(typed), WAIT_MS);
    return () => clearTimeout(timer);
  }, [typed, text, onChange]);
  return (
    <label className="find-box">
      <Icon name="i-search" size={16} />
      <input
        type="search"
        value={typed}
        placeholder={label}
        aria-label={label}
        onChange={(event) => setTyped(event.target.value)}
      />
    </label>
  );
}
