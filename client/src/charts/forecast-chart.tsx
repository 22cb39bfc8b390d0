import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";
import { groupStarts, shownLabels, textWidth } from "./axis-labels.ts";
import type { ForecastChartProps } from "./forecast-chart-props.ts";
import { ActualDot, LoneIntervals } from "./forecast-marks.tsx";
import { type FanPoint, fanPoints, segmentsOf } from "./forecast-segments.ts";
import { PeriodTick } from "./trend-marks.tsx";
import { TrendTooltip } from "./trend-tooltip.tsx";
import { valueRange } from "./value-range.ts";

const AXIS_HEIGHT = 38;

/**
 * What happened (solid) and what is forecast (dashed, in a hatched interval), with a line between the two. Pieces of a
 * year-to-date series are not joined. Drawn once per change; nothing moves.
 */
export function ForecastChart({ points, boundary, width, height, formatTick }: ForecastChartProps) {
  const range = valueRange(
    points.flatMap(({ actual, forecast }) =>
      [actual, forecast?.low ?? null, forecast?.high ?? null].filter((each) => each !== null),
    ),
    "line",
  );
  const axisWidth = Math.max(...range.ticks.map((tick) => textWidth(formatTick(tick)))) + 10;
  const step = (width - axisWidth - 12) / Math.max(1, points.length);
  const fan = fanPoints(points);
  const ahead = segmentsOf(fan, "path");
  const current = points.find((point) => point.current);
  const shared = { isAnimationActive: false, xAxisId: "main", activeDot: false, connectNulls: false } as const;
  const within = (segment: number, of: (point: FanPoint) => number | null) => (point: FanPoint) =>
    point.segment === segment ? of(point) : null;
  const tick = (
    <PeriodTick step={step} points={points} labels={shownLabels(points, step)} groups={groupStarts(points, step)} />
  );
  return (
    <ComposedChart
      className="ch"
      data={fan}
      width={width}
      height={height}
      margin={{ top: 26, right: 12, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} className="ch-grid" />
      <XAxis
        xAxisId="main"
        dataKey="key"
        interval={0}
        tick={tick}
        height={AXIS_HEIGHT}
        tickLine={false}
        axisLine={false}
        padding={{ left: step / 2, right: step / 2 }}
      />
      <YAxis
        width={axisWidth}
        domain={[range.min, range.max]}
        ticks={range.ticks}
        tickFormatter={formatTick}
        tickLine={false}
        axisLine={false}
        interval={0}
      />
      <Tooltip content={TrendTooltip} cursor={{ className: "ch-cursor" }} isAnimationActive={false} offset={16} />
      {ahead.map((segment) => (
        <Area
          key={`reach ${segment}`}
          {...shared}
          dataKey={(point: FanPoint) => (point.segment === segment ? point.reach : null)}
          className="ch-fan"
          dot={false}
        />
      ))}
      <LoneIntervals points={fan} />
      {range.min < 0 && range.max > 0 ? <ReferenceLine xAxisId="main" y={0} className="ch-zero" /> : null}
      {ahead.map((segment) => (
        <Line
          key={`path ${segment}`}
          {...shared}
          dataKey={within(segment, ({ path }) => path)}
          className="ch-line-fc"
          dot={false}
        />
      ))}
      {segmentsOf(fan, "actual").map((segment) => (
        <Line
          key={`actual ${segment}`}
          {...shared}
          dataKey={within(segment, ({ actual }) => actual)}
          className="ch-line"
          dot={({ key, cx, cy, index }) => <ActualDot key={key} cx={cx} cy={cy} index={index} points={fan} />}
        />
      ))}
      {current === undefined ? null : (
        <ReferenceLine
          xAxisId="main"
          x={current.key}
          className="ch-break"
          label={{ value: boundary, position: "insideTopRight", offset: 6, className: "ch-break-text" }}
        />
      )}
    </ComposedChart>
  );
}
