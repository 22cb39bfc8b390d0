import { formatNumber } from "@bochiso/shared/i18n";
import type { AreaComparison } from "@bochiso/shared/screen";
import { useLanguage, useText, useWords } from "../../lib/i18n/index.ts";
import type { ComparisonView } from "./model/comparison-view.ts";
import { comparisonWords } from "./words.ts";

/** The same figures as a table, for those who read rather than look. */
export function ComparisonTable({ comparison, view }: { comparison: AreaComparison; view: ComparisonView }) {
  const t = useWords(comparisonWords);
  const text = useText();
  const lang = useLanguage();
  const change = (value: number | null) =>
    value === null ? "—" : formatNumber(value, { lang, decimals: 0, sign: "always" });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className="table-box" tabIndex={0} role="region" aria-label={text(comparison.name)}>
      <table>
        <caption className="vh">{text(comparison.headline)}</caption>
        <thead>
          <tr>
            <th scope="col">{t.rank}</th>
            <th scope="col">{t.place}</th>
            <th scope="col" className="r">
              {t.value} ({text(comparison.display.unit)})
            </th>
            <th scope="col" className="r">
              {t.rankChange}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.ranked.map(({ row, name, text: value }) => (
            <tr key={row.area}>
              <td>{row.rank}</td>
              <th scope="row">{name}</th>
              <td className="r">{value}</td>
              <td className="r">{change(row.rankChange)}</td>
            </tr>
          ))}
          {view.unranked.map((name) => (
            <tr key={name}>
              <td>—</td>
              <th scope="row">{name}</th>
              <td className="r">{t.noData}</td>
              <td className="r">—</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
