import type { TrendChartPoint } from "./trend-chart-props.ts";

interface Props {
  active?: boolean | undefined;
  payload?: readonly { payload?: Pick<TrendChartPoint, "title" | "facts"> }[] | undefined;
}

/** The box beside the pointer: the same facts as the row of the table. */
export function TrendTooltip({ active, payload }: Props) {
  const point = payload?.[0]?.payload;
  if (!active || point === undefined) return null;
  return (
    <div className="ch-tip">
      <p>{point.title}</p>
      <dl>
        {point.facts.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
