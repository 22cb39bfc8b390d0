import { type RefObject, useEffect, useRef } from "react";

/** Leads whoever asked to a place as soon as what was asked for stands there; `key` names it, null: nothing does. */
export function useLeadTo(key: string | null): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (key !== null) place.current?.focus();
  }, [key]);
  return place;
}
