import { useWords } from "../../lib/i18n/index.ts";
import { classNames } from "../../lib/text/index.ts";
import { Icon } from "../../ui/index.ts";
import type { LadderView } from "./model/ladder-view.ts";
import { basisWords } from "./words.ts";

/** The grades from best to worst; the one reached is framed, named and carries the score. */
export function Ladder({ view }: { view: LadderView }) {
  const t = useWords(basisWords);
  return (
    <>
      <ol className="sb-ladder">
        {view.rungs.map(({ key, shape, word, range, meaning, current }) => (
          <li key={key} className={classNames(current && "on")} aria-current={current ? "true" : undefined}>
            <Icon name={`s-${shape}`} size={14} className={`st-${shape}`} />
            <span className="w">
              {word}
              {current ? (
                <b>
                  {view.score === null ? "" : `${view.score}, `}
                  {t.here}
                </b>
              ) : null}
            </span>
            <span className="r">
              {range}
              {meaning === null ? null : <small>{meaning}</small>}
            </span>
          </li>
        ))}
      </ol>
      {view.next === null ? null : <p className="sb-note">{view.next}</p>}
      {view.held === null ? null : <p className="sb-note sb-held">{view.held}</p>}
    </>
  );
}
