import type { ReactNode } from "react";

/** What is wider than its sheet scrolls sideways in a box of its own instead of widening the page; reachable by keyboard. */
export function ScrollBox(props: { className: string; label: string; children: ReactNode }) {
  const { className, label, children } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className={className} tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}
