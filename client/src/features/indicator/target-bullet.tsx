import "./target.css";
import { useWords } from "../../lib/i18n/index.ts";
import { classNames } from "../../lib/text/index.ts";
import { SimulatedMark } from "../../ui/index.ts";
import { Bullet } from "../card/index.ts";
import type { TargetBulletView } from "./model/target-view.ts";
import { targetWords } from "./target-words.ts";

/** From here on the words stand before the tick instead of after it. */
const HALF = 50;

function place(at: number): { marginLeft: string } | { marginRight: string } {
  return at > HALF ? { marginRight: `calc(${100 - at}% - 1px)` } : { marginLeft: `calc(${at}% - 1px)` };
}

interface Props {
  view: TargetBulletView;
  /** How the way is spread over the periods; null where the goal holds. */
  pace: { text: string } | null;
  simulated: boolean;
}

/** The level due over its tick, the actual figure and the goal at the ends of the bar. */
export function TargetBullet({ view, pace, simulated }: Props) {
  const t = useWords(targetWords);
  const at = view.bullet.due ?? 0;
  return (
    <div className="tg-bullet">
      <p className="vh">{view.sentence}</p>
      <div aria-hidden="true">
        {view.due === null ? null : (
          <p className={classNames("tg-due", at > HALF && "left")} style={place(at)}>
            {view.due}
          </p>
        )}
        <Bullet bullet={view.bullet} shape={view.shape} />
      </div>
      <p className="tg-ends" aria-hidden="true">
        {view.ends.map((end, at) => (
          <span key={at === 0 ? "left" : "right"} className={classNames(end === view.actual && "now")}>
            {end}
          </span>
        ))}
      </p>
      {view.ends.includes(view.actual) ? null : (
        <p className="tg-now" aria-hidden="true">
          {view.actual}
        </p>
      )}
      <p className="tg-note">
        {pace === null ? null : `${t.pace}: ${pace.text}. `}
        {simulated ? <SimulatedMark /> : null}
      </p>
    </div>
  );
}
