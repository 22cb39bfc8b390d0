import type { StatusShape } from "@bochiso/shared/i18n";
import type { BulletView, Stretch } from "./model/bullet-view.ts";

const place = ({ from, width }: Stretch) => ({ left: `${from}%`, width: `${width}%` });

/** Plan = outline, actual = solid, what is missing up to the level due (or beyond a ceiling) = colour of the status, tick = due by now. */
export function Bullet({ bullet, shape }: { bullet: BulletView; shape: StatusShape }) {
  const { actual, gap, due, goal, range, zero } = bullet;
  return (
    <div className="bullet" aria-hidden="true">
      <i style={place(actual)} />
      {range === null ? null : <q style={place(range)} />}
      {gap === null ? null : <u className={`gap-${shape}`} style={place(gap)} />}
      {zero === null ? null : <s style={{ left: `${zero}%` }} />}
      {goal === null ? null : <b style={{ left: `${goal}%` }} />}
      {due === null ? null : <em style={{ left: `${due}%` }} />}
    </div>
  );
}
