import { useText, useWords } from "../../../lib/i18n/index.ts";
import type { OpenMark } from "./model/open-marks.ts";
import { byHandWords } from "./words.ts";

interface Props {
  open: OpenMark;
  onChoose: (reading: 0 | 1) => void;
}

/** Asks once what a mark means in all cells whose numbers have two meanings; where stored figures tell, that comes first. */
export function MarkQuestion({ open, onChoose }: Props) {
  const t = useWords(byHandWords);
  const text = useText();
  const { mark, cells, example, likely } = open;
  const [first] = cells;
  if (first === undefined) return null;
  const order: readonly (0 | 1)[] = likely === 1 ? [1, 0] : [0, 1];
  return (
    <div role="group" aria-label={t.markOf(mark, cells.length)} className="fe-mark">
      <p className="fe-warn">{t.markOf(mark, cells.length)}</p>
      {order.map((reading) => (
        <button
          key={reading}
          type="button"
          className={reading === likely ? "btn primary" : "btn"}
          onClick={() => onChoose(reading)}
        >
          {t.markMeans[reading]} {t.markReads(example, text(first.readings[reading].echo))}
          {reading === likely ? ` · ${t.markLikely}` : null}
        </button>
      ))}
    </div>
  );
}
