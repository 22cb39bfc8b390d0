import { usePlotArea } from "recharts";
import type { TrendChartPoint } from "./trend-chart-props.ts";

interface TickProps {
  x?: number | string;
  y?: number | string;
  index?: number;
}

/** A period under the axis, and its year on a second line where the year begins. */
export function PeriodTick(
  props: TickProps & {
    points: readonly Pick<TrendChartPoint, "label" | "current">[];
    labels: ReadonlySet<number>;
    groups: ReadonlyMap<number, string>;
    /** Width of one period. */
    step: number;
  },
) {
  const { index = 0, labels, groups, points, step } = props;
  const point = points[index];
  const x = Number(props.x ?? 0);
  const y = Number(props.y ?? 0);
  const group = groups.get(index);
  return (
    <g>
      {labels.has(index) ? (
        <text x={x} y={y + 12} textAnchor="middle" className={point?.current ? "ch-now" : undefined}>
          {point?.label}
        </text>
      ) : null}
      {group === undefined || index === 0 ? null : <path className="ch-turn" d={`M${x - step / 2} ${y - 8}v8`} />}
      {group === undefined ? null : (
        <text x={x} y={y + 28} textAnchor="middle" className="ch-year">
          {group}
        </text>
      )}
    </g>
  );
}

interface ShapeProps {
  x?: number | string | null;
  y?: number | string | null;
  width?: number | string | null;
  height?: number | string | null;
  payload?: TrendChartPoint;
}

function box({ x, y, width, height }: ShapeProps) {
  const top = Number(y ?? 0);
  const tall = Number(height ?? 0);
  return {
    x: Number(x ?? 0),
    y: Math.min(top, top + tall),
    width: Math.max(1, Number(width ?? 0)),
    height: Math.abs(tall),
  };
}

/** Thực hiện: solid; ước tính and dự báo: hatched. */
export function ActualBar(props: ShapeProps) {
  return <rect {...box(props)} className={props.payload?.hatched ? "ch-est" : "ch-ac"} />;
}

/** Kế hoạch: an outline around the place of the actual bar, which is the right half of the band. */
export function PlanBar(props: ShapeProps) {
  const { x, y, width, height } = box(props);
  return <rect x={x + width / 2 - 2} y={y} width={width / 2 + 4} height={height} className="ch-plan" />;
}

interface DotProps {
  cx?: number | undefined;
  cy?: number | undefined;
  index?: number | undefined;
  points: readonly TrendChartPoint[];
}

/** A dot where it says something: an estimate (hollow), the current period, or a value alone between two gaps. */
export function TrendDot({ cx, cy, index = 0, points }: DotProps) {
  const point = points[index];
  if (cx === undefined || cy === undefined || point === undefined || point.value === null) return <g />;
  const alone = (points[index - 1]?.value ?? null) === null && (points[index + 1]?.value ?? null) === null;
  if (point.hatched) return <circle cx={cx} cy={cy} r={4} className="ch-dot-est" />;
  if (point.current) return <circle cx={cx} cy={cy} r={4.5} className="ch-dot" />;
  return alone ? <circle cx={cx} cy={cy} r={2.5} className="ch-dot" /> : <g />;
}

/** Where the published series ends: a hairline with the reason beside it. */
export function SeriesEnd({ lines }: { lines: readonly string[] }) {
  const area = usePlotArea();
  if (area === undefined || lines.length === 0) return null;
  const x = area.x + area.width + 6;
  return (
    <g className="ch-end">
      <path d={`M${x} ${area.y}V${area.y + area.height}`} />
      <text x={x + 8} y={area.y + 14}>
        {lines.map((line, index) => (
          <tspan key={line} x={x + 8} dy={index === 0 ? 0 : 16}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}
