import type { CardModel } from "@bochiso/shared/screen";
import { useEffect, useRef, useState } from "react";
import { freshKey } from "./model/fresh-key.ts";

const SHOWN_MS = 3_000;

/**
 * True for three seconds after the value or the period of the card changed: the outline that says "this is new"; never
 * for the first one, nor when only the words around it changed.
 */
export function useFresh(card: Pick<CardModel, "value" | "period">): boolean {
  const text = freshKey(card);
  const before = useRef(text);
  const [fresh, setFresh] = useState(false);
  useEffect(() => {
    if (before.current === text) return;
    before.current = text;
    setFresh(true);
    const timer = setTimeout(() => setFresh(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return fresh;
}
