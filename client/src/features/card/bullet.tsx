import type { PlanView } from "./model/plan-view.ts";

/** Plan = outline, actual = solid, missing part up to the level due = status colour, tick = due by now. */
export function Bullet({ plan: { bullet, gapShape } }: { plan: PlanView }) {
  return (
    <div className="bullet" aria-hidden="true">
      <i style={{ width: `${bullet.actual}%` }} />
      {bullet.gap === null ? null : (
        <u className={`gap-${gapShape}`} style={{ left: `${bullet.gap.from}%`, width: `${bullet.gap.width}%` }} />
      )}
      {bullet.due === null ? null : <em style={{ left: `${bullet.due}%` }} />}
    </div>
  );
}
