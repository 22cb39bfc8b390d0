import { useXAxisScale, useYAxisScale } from "recharts";
import { type FanPoint, standsAlone } from "./forecast-segments.ts";

interface DotProps {
  cx?: number | undefined;
  cy?: number | undefined;
  index?: number | undefined;
  points: readonly FanPoint[];
}

/** A dot where it says something: the newest figure, an estimate (hollow), a figure alone between two gaps. */
export function ActualDot({ cx, cy, index = 0, points }: DotProps) {
  const point = points[index];
  if (cx === undefined || cy === undefined || point === undefined || point.actual === null) return <g />;
  if (point.hatched) return <circle cx={cx} cy={cy} r={4} className="ch-dot-est" />;
  if (point.current) return <circle cx={cx} cy={cy} r={4.5} className="ch-dot" />;
  return standsAlone(points, index, "actual") ? <circle cx={cx} cy={cy} r={2.5} className="ch-dot" /> : <g />;
}

/** The interval of a forecast that has no neighbour in its year: a fan of one period is a bar. */
export function LoneIntervals({ points }: { points: readonly FanPoint[] }) {
  const x = useXAxisScale("main");
  const y = useYAxisScale();
  if (x === undefined || y === undefined) return null;
  return (
    <g>
      {points.map((point, index) => {
        if (point.reach === null || !standsAlone(points, index, "path")) return null;
        const [low, high] = [y(point.reach[0]), y(point.reach[1])];
        const [at, middle] = [x(point.key), y(point.path)];
        if (low === undefined || high === undefined || at === undefined || middle === undefined) return null;
        return (
          <g key={point.key}>
            <rect x={at - 5} y={high} width={10} height={Math.max(1, low - high)} className="ch-fan-bar" />
            <path d={`M${at - 5} ${middle}h10`} className="ch-fan-mid" />
          </g>
        );
      })}
    </g>
  );
}
