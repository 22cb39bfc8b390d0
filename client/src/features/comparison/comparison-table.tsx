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
  const shared = view.ranked.some(({ share }) => share !== null);
  const recast = view.recast.combined + view.recast.carried > 0;
  const former = comparison.areaBasis === "former";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className="table-box" tabIndex={0} role="region" aria-label={text(comparison.name)}>
      <table>
        <caption className="vh">{text(comparison.headline)}</caption>
        <thead>
          <tr>
            {view.isSmall ? null : <th scope="col">{t.rank}</th>}
            <th scope="col">{t.place}</th>
            {former ? <th scope="col">{t.now}</th> : null}
            <th scope="col" className="r">
              {t.value} ({text(comparison.display.unit)})
            </th>
            {shared ? (
              <th scope="col" className="r">
                {t.share}
              </th>
            ) : null}
            {view.isSmall ? null : (
              <th scope="col" className="r">
                {t.rankChange}
              </th>
            )}
            {recast ? <th scope="col">{t.how}</th> : null}
          </tr>
        </thead>
        <tbody>
          {view.ranked.map(({ row, name, text: value, share, how }) => (
            <tr key={row.area}>
              {view.isSmall ? null : <td>{row.rank}</td>}
              <th scope="row">{name}</th>
              {former ? <td>{row.successor === null ? "—" : text(row.successor.name)}</td> : null}
              <td className="r">{value}</td>
              {shared ? <td className="r soft">{share ?? "—"}</td> : null}
              {view.isSmall ? null : <td className="r soft">{change(row.rankChange)}</td>}
              {recast ? <td className="why">{how === null ? t.ownFigure : t.recastMark(how)}</td> : null}
            </tr>
          ))}
          {view.isSmall
            ? null
            : comparison.rows
                .filter(({ rank }) => rank === null)
                .map((row) => (
                  <tr key={row.area}>
                    <td>—</td>
                    <th scope="row">{text(row.name)}</th>
                    {former ? <td>{row.successor === null ? "—" : text(row.successor.name)}</td> : null}
                    <td className="none" colSpan={2 + Number(shared) + Number(recast)}>
                      {row.absence === null ? t.noData : text(row.absence)}
                    </td>
                  </tr>
                ))}
        </tbody>
      </table>
    </div>
  );
}
