import {
  Bar,
  CartesianGrid,
  ComposedChart,
  LabelList,
  Line,
  ReferenceArea,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { groupStarts, shownLabels, textWidth } from "./axis-labels.ts";
import { segmentFinder } from "./segments.ts";
import type { TrendChartPoint, TrendChartProps } from "./trend-chart-props.ts";
import { ActualBar, PeriodTick, PlanBar, SeriesEnd, TrendDot } from "./trend-marks.tsx";
import { TrendTooltip } from "./trend-tooltip.tsx";
import { valueRange } from "./value-range.ts";

const AXIS_HEIGHT = 38;
/** Room for why the series ends, where the chart is wide enough to have it. */
const END_ROOM = 148;
const WIDE = 620;

/**
 * A series over time in the notation of the product: actual solid, same period last year light, plan outlined, estimates
 * hatched, gaps left open, breaks as a labelled line. Drawn once per change; nothing moves.
 */
export function TrendChart({ kind, points, breaks, end, width, height, formatTick }: TrendChartProps) {
  const range = valueRange(
    points.flatMap(({ value, lastYear, plan }) => [value, lastYear, plan].filter((each) => each !== null)),
    kind,
  );
  const axisWidth = Math.max(...range.ticks.map((tick) => textWidth(formatTick(tick)))) + 10;
  const endRoom = end.length > 0 && width >= WIDE ? END_ROOM : 12;
  const step = (width - axisWidth - endRoom) / Math.max(1, points.length);
  const labels = shownLabels(points, step);
  const groups = groupStarts(points, step);
  const current = points.find((point) => point.current);
  /** Every bar has its number where the numbers fit, else only that of the page's period. */
  const everyLabel = step >= Math.max(...points.map(({ text }) => textWidth(text))) + 6;
  const planned = points.some(({ plan }) => plan !== null);
  const segments = ["", ...breaks.flatMap(({ key, cuts }) => (cuts ? [key] : []))];
  const segmentOf = segmentFinder(points, breaks);
  const tick = <PeriodTick step={step} points={points} labels={labels} groups={groups} />;
  const shared = { isAnimationActive: false, xAxisId: "main" } as const;
  return (
    <ComposedChart
      className="ch"
      data={points.map((point) => ({ ...point, mark: everyLabel || point.current ? point.text : "" }))}
      width={width}
      height={height}
      margin={{ top: 26, right: endRoom, bottom: 0, left: 0 }}
      barCategoryGap={points.length > 30 ? "12%" : "24%"}
      barGap={0}
      accessibilityLayer={false}
    >
      {current === undefined ? null : (
        <ReferenceArea xAxisId="main" x1={current.key} x2={current.key} className="ch-area" ifOverflow="visible" />
      )}
      <CartesianGrid vertical={false} className="ch-grid" />
      <XAxis
        xAxisId="main"
        dataKey="key"
        interval={0}
        tick={tick}
        height={AXIS_HEIGHT}
        tickLine={false}
        axisLine={false}
      />
      {planned ? <XAxis xAxisId="plan" dataKey="key" hide /> : null}
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
      {kind === "bars" ? <Bar {...shared} dataKey="lastYear" className="ch-py" /> : null}
      {kind === "bars" ? (
        <Bar {...shared} dataKey="value" shape={ActualBar}>
          <LabelList dataKey="mark" position="top" className="ch-value" />
        </Bar>
      ) : null}
      {planned && kind === "bars" ? (
        <Bar isAnimationActive={false} xAxisId="plan" dataKey="plan" shape={PlanBar} />
      ) : null}
      {kind === "line" ? (
        <Line
          {...shared}
          dataKey="lastYear"
          className="ch-line-py"
          dot={false}
          activeDot={false}
          connectNulls={false}
        />
      ) : null}
      {kind === "line" && planned ? (
        <Line {...shared} dataKey="plan" className="ch-line-plan" dot={false} activeDot={false} />
      ) : null}
      {kind === "line"
        ? segments.map((segment, index) => (
            <Line
              key={segment}
              {...shared}
              dataKey={(point: TrendChartPoint) => (segmentOf(point.key) === index ? point.value : null)}
              className="ch-line"
              dot={({ key, cx, cy, index: at }) => <TrendDot key={key} cx={cx} cy={cy} index={at} points={points} />}
              activeDot={{ r: 4 }}
              connectNulls={false}
            />
          ))
        : null}
      {kind === "bars" || (range.min < 0 && range.max > 0) ? (
        <ReferenceLine xAxisId="main" y={0} className="ch-zero" />
      ) : null}
      {breaks.map(({ key, text, cuts }) => (
        <ReferenceLine
          key={key}
          xAxisId="main"
          x={key}
          position="start"
          className={cuts ? "ch-break" : "ch-break ch-merger"}
          label={{ value: text, position: "insideTopLeft", offset: 6, className: "ch-break-text" }}
        />
      ))}
      {endRoom === END_ROOM ? <SeriesEnd lines={end} /> : null}
    </ComposedChart>
  );
}
