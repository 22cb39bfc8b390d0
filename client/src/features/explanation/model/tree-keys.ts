import type { KeyboardEvent } from "react";

const isShown = (element: HTMLElement): boolean => element.closest("details:not([open]) > :not(summary)") === null;

/** The headings of a tree that can be opened and are in sight, in reading order. */
function headings(tree: HTMLElement): HTMLElement[] {
  return [...tree.querySelectorAll<HTMLElement>("summary")].filter(isShown);
}

/**
 * Arrow keys in a tree of disclosures: up and down go from heading to heading, right opens one, left closes it or goes to the
 * one above. Tab, Enter and space keep their meaning.
 */
export function onTreeKey(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget, key } = event;
  if (!(target instanceof HTMLElement) || target.tagName !== "SUMMARY") return;
  const details = target.parentElement;
  if (!(details instanceof HTMLDetailsElement)) return;
  const all = headings(currentTarget);
  const at = all.indexOf(target);
  const above = details.parentElement?.closest("details")?.querySelector("summary");
  const goTo: Readonly<Record<string, HTMLElement | null | undefined>> = {
    ArrowDown: all[at + 1],
    ArrowUp: all[at - 1],
    Home: all[0],
    End: all.at(-1),
    ArrowRight: details.open ? all[at + 1] : null,
    ArrowLeft: details.open ? null : above,
  };
  if (!(key in goTo)) return;
  event.preventDefault();
  if (key === "ArrowRight" && !details.open) details.open = true;
  else if (key === "ArrowLeft" && details.open) details.open = false;
  else goTo[key]?.focus();
}
