import { classNames } from "../../lib/text/index.ts";
import { SimulatedMark } from "../../ui/index.ts";
import { Bullet } from "../card/index.ts";
import type { TargetBulletView } from "./model/target-view.ts";

/** From here on the words stand before the tick instead of after it. */
const HALF = 50;

function place(at: number): { marginLeft: string } | { marginRight: string } {
  return at > HALF ? { marginRight: `calc(${100 - at}% - 1px)` } : { marginLeft: `calc(${at}% - 1px)` };
}

/** The level due over its tick, the actual figure and the goal at the ends of the bar. */
export function TargetBullet({ view, simulated }: { view: TargetBulletView; simulated: boolean }) {
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
        <span>{view.actual}</span>
        <span>{view.goal}</span>
      </p>
      {simulated ? <SimulatedMark /> : null}
    </div>
  );
}
