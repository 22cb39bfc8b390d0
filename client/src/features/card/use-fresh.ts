import { useEffect, useRef, useState } from "react";

const SHOWN_MS = 3_000;

/** True for three seconds after `text` changed: the outline that says "this is new"; never for the first one. */
export function useFresh(text: string): boolean {
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
