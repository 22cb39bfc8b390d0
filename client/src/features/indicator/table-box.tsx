import type { ReactNode } from "react";
import { ScrollBox } from "../../ui/index.ts";

/** A table that scrolls sideways inside its sheet instead of widening the page; reachable by keyboard. */
export function TableBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ScrollBox className="ind-table" label={label}>
      {children}
    </ScrollBox>
  );
}
