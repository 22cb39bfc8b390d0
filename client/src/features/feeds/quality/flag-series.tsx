import { figureText } from "@bochiso/shared/card";
import { MISSING_TEXT } from "@bochiso/shared/i18n";
import type { QualityFlagModel } from "@bochiso/shared/screen";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { flagWords } from "./flag-words.ts";
import { seriesShape } from "./model/series-shape.ts";

const BOX = { width: 480, height: 96 };
const EDGE = 8;

/** The values around the flagged one with the interval that was expected; its table stands below. */
export function FlagSeries({ model: { flag, neighbours } }: { model: QualityFlagModel }) {
  const t = useWords(flagWords);
  const text = useText();
  const language = useLanguage();
  const figure = (value: number | null) => (value === null ? MISSING_TEXT : figureText(value, flag.display)[language]);
  const { min, max, got } = flag.finding;
  const at = neighbours.findIndex(({ period }) => period.id === flag.period.id);
  const { lines, points, band } = seriesShape({ values: neighbours.map(({ value }) => value), min, max }, BOX);
  const expected = expectedText(t, { min, max }, figure);
  const [first, last] = [neighbours[0], neighbours.at(-1)];
  return (
    <figure className="qf-series">
      <h3>{t.around}</h3>
      <svg
        role="img"
        aria-label={t.chart(text(flag.period.label), figure(got), expected)}
        viewBox={`${-EDGE} ${-EDGE} ${BOX.width + 2 * EDGE} ${BOX.height + 2 * EDGE}`}
      >
        {band === null ? null : (
          <rect className="band" x={-EDGE} y={band.y} width={BOX.width + 2 * EDGE} height={band.height} />
        )}
        {lines.map((line) => (
          <polyline key={line} points={line} />
        ))}
        {points.map(({ x, y, index }) =>
          index === at ? (
            <path key={index} className="flagged" d={`M${x} ${y - 7}l6.500 11.500h-13z`} />
          ) : (
            <circle key={index} cx={x} cy={y} r="2.500" />
          ),
        )}
      </svg>
      <figcaption>
        <span>{first === undefined ? "" : text(first.period.short)}</span>
        <span>
          {text(flag.period.short)}: {figure(got)}
          {expected === "" ? "" : `; ${expected}`}
        </span>
        <span>{last === undefined ? "" : text(last.period.short)}</span>
      </figcaption>
      <details>
        <summary>{t.table}</summary>
        <table className="fd-table keep">
          <thead>
            <tr>
              <th scope="col">{t.period}</th>
              <th scope="col" className="r">
                {t.value}
              </th>
            </tr>
          </thead>
          <tbody>
            {neighbours.map(({ period, value }) => (
              <tr key={period.id}>
                <th scope="row">
                  {text(period.label)} {period.id === flag.period.id ? <small>{t.flagged}</small> : null}
                </th>
                <td className="r">{figure(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function expectedText(
  t: (typeof flagWords)["vi"],
  { min, max }: { min: number | null; max: number | null },
  figure: (value: number) => string,
): string {
  if (min !== null && max !== null) return t.expected(figure(min), figure(max));
  if (min !== null) return t.atLeast(figure(min));
  return max === null ? "" : t.atMost(figure(max));
}
