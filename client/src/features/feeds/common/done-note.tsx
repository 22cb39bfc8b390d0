import { useEffect } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { announce } from "../../../lib/announce/index.ts";
import { Icon } from "../../../ui/index.ts";

const SHOWN_MS = 8_000;

const done = createStore<{ text: string | null; at: number }>(() => ({ text: null, at: 0 }));

/** Says that something was done: on screen for a while, and to who cannot see it. */
export function sayDone(text: string): void {
  announce(text);
  done.setState(({ at }) => ({ text, at: at + 1 }));
}

/** What was done last, at the foot of the page until it has been there a while. */
export function DoneNote() {
  const { text, at } = useStore(done);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same words said again stand a while again
  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(() => done.setState({ text: null }), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text, at]);
  if (text === null) return null;
  return (
    <p className="fd-done-note" aria-hidden="true">
      <Icon name="s-dat" size={16} />
      {text}
    </p>
  );
}
