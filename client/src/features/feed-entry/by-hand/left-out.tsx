import type { EntryCell } from "@bochiso/shared/entry";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { Icon } from "../../../ui/index.ts";
import { cellName } from "./model/cell-name.ts";
import { draftFault, type EntryDraft } from "./model/entry-draft.ts";
import { byHandWords } from "./words.ts";

const SHOWN = 20;

/** Cells with something typed that no preview can take: they stay in the table and are not sent. */
export function LeftOut({ cells }: { cells: readonly { readonly cell: EntryCell; readonly draft: EntryDraft }[] }) {
  const t = useWords(byHandWords);
  const text = useText();
  if (cells.length === 0) return null;
  return (
    <section className="fe-part">
      <h3 className="fe-warn">
        <Icon name="s-cham" size={14} /> {t.leftOut(cells.length)}
      </h3>
      <ul className="fe-list">
        {cells.slice(0, SHOWN).map(({ cell, draft }) => {
          const fault = draftFault(cell, draft);
          return (
            <li key={cell.key}>
              <b>{text(cellName(cell))}</b>
              <span>
                {draft.typed.trim() === "" ? null : <>“{draft.typed.trim()}”: </>}
                {fault === null ? null : t.faults[fault]}
              </span>
            </li>
          );
        })}
      </ul>
      {cells.length > SHOWN ? <p className="soft">{t.leftOutMore(cells.length - SHOWN)}</p> : null}
    </section>
  );
}
