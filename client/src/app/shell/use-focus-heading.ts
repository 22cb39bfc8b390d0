import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/** Where the reader is busy with something else: the focus is not taken away. */
const BUSY = "input, textarea, select, dialog, dialog *";

/** Gives the focus to the page's heading once it has loaded; false while there is none. */
function focusHeading(main: HTMLElement): boolean {
  const heading = main.querySelector("h1");
  if (heading === null || heading.closest('[aria-busy="true"]') !== null) return false;
  if (document.activeElement?.matches(BUSY)) return true;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
}

/** After a change of page the focus is on the new heading, so that it is read and Tab goes on from there. */
export function useFocusHeading(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    const last = before.current;
    before.current = path;
    // The first page keeps the browser's own order: the skip link comes first.
    if (last === undefined || last === path) return;
    const main = document.getElementById("noi-dung");
    if (main === null || focusHeading(main)) return;
    const observer = new MutationObserver(() => {
      if (focusHeading(main)) observer.disconnect();
    });
    observer.observe(main, { childList: true, subtree: true, attributeFilter: ["aria-busy"] });
    return () => observer.disconnect();
  }, [path]);
}
