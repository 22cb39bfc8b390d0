import type { CellRef } from "@bochiso/shared/screen";
import { useNavigate, useRouter } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";
import type { Measure } from "../../lib/source/index.ts";
import { type CellView, cellKey } from "./model/cell-key.ts";

interface Props {
  cell: CellRef;
  measure?: Measure;
  /** Of another state or origin than the present default reading. */
  view?: CellView;
  className?: string;
  children: ReactNode;
}

/**
 * A number that opens why it is what it is. A plain link that adds `?giaithich=` to the address: it can be opened in
 * another tab, and it does not subscribe to the router, so a hundred of them cost nothing.
 */
export function ExplainLink({ cell, measure = "value", view, className, children }: Props) {
  const router = useRouter();
  const navigate = useNavigate();
  const key = cellKey(cell, measure, view);
  const search = { ...router.state.location.search, giaithich: key };
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void navigate({ to: ".", search: (before) => ({ ...before, giaithich: key }), resetScroll: false });
  };
  return (
    <a className={className ?? "explain"} href={router.options.stringifySearch?.(search)} onClick={open}>
      {children}
    </a>
  );
}
