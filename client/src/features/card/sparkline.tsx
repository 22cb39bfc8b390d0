import type { CardModel } from "@bochiso/shared/screen";
import { memo } from "react";
import { barsShape, lineShape, type SparkBox, type SparkTone } from "./model/spark-shape.ts";

const CLASS = {
  context: "sp-ctx",
  "last-year": "sp-py",
  actual: "sp-ac",
  estimate: "sp-est",
} as const satisfies Record<SparkTone, string>;

type Props = SparkBox & { sparkline: CardModel["sparkline"] };

/** The last 13 periods: same period last year lighter, the last one solid, hatched when estimated; gaps stay gaps; one value is no line. */
export const Sparkline = memo(function Sparkline({ sparkline, width, height }: Props) {
  const { kind, points } = sparkline;
  if (points.filter((point) => point.value !== null).length < 2) return null;
  return (
    <svg className="spark" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      {kind === "bars" ? (
        <Bars points={points} width={width} height={height} />
      ) : (
        <Line points={points} width={width} height={height} />
      )}
    </svg>
  );
});

type PartProps = SparkBox & { points: CardModel["sparkline"]["points"] };

function Gap({ x, height }: { x: number; height: number }) {
  return <path className="sp-gap" d={`M${x} ${height - 5}V${height}`} />;
}

function Bars({ points, width, height }: PartProps) {
  const { bars, gaps, zero } = barsShape(points, { width, height });
  return (
    <>
      {bars.map((bar) => (
        <rect key={bar.key} className={CLASS[bar.tone]} x={bar.x} y={bar.y} width={bar.width} height={bar.height} />
      ))}
      {gaps.map((gap) => (
        <Gap key={gap.key} x={gap.x} height={height} />
      ))}
      {zero === null ? null : <path className="sp-zero" d={`M0 ${zero}H${width}`} />}
    </>
  );
}

function Line({ points, width, height }: PartProps) {
  const { path, gaps, last, lastYear } = lineShape(points, { width, height });
  return (
    <>
      <path className="sp-line" d={path} />
      {gaps.map((gap) => (
        <Gap key={gap.key} x={gap.x} height={height} />
      ))}
      {lastYear === null ? null : <circle className="sp-py" cx={lastYear.x} cy={lastYear.y} r="2.5" />}
      {last === null ? null : (
        <circle className={last.estimate ? "sp-dot est" : "sp-dot"} cx={last.x} cy={last.y} r="3" />
      )}
    </>
  );
}
