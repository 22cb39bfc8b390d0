import type { ReactNode } from "react";

/** A table that scrolls sideways inside its sheet instead of widening the page; reachable by keyboard. */
export function TableBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className="ind-table" tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}
