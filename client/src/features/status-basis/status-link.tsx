import type { CellRef } from "@bochiso/shared/screen";
import type { ReactNode } from "react";
import { useWords } from "../../lib/i18n/index.ts";
import { PanelLink } from "../../lib/panel-link/index.ts";
import { linkWords } from "./link-words.ts";
import { basisKey } from "./model/basis-key.ts";

/** A status that opens what it rests on ("Căn cứ đánh giá"). */
export function StatusLink({
  cell,
  children,
}: {
  cell: Pick<CellRef, "indicator" | "breakdown">;
  children: ReactNode;
}) {
  const t = useWords(linkWords);
  return (
    <PanelLink className="st-link" open={{ cancu: basisKey(cell) }}>
      {children} <span className="vh">({t.opens})</span>
    </PanelLink>
  );
}
