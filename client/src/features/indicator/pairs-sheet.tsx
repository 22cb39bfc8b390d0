import { numberValue } from "@bochiso/shared/observation";
import type { IndicatorModel } from "@bochiso/shared/screen";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { Sheet } from "../../ui/index.ts";
import { shownScale } from "./model/shown-scale.ts";
import { splitPairs } from "./model/split-pairs.ts";
import { TableBox } from "./table-box.tsx";
import { indicatorWords } from "./words.ts";

/** The published figure beside our own, with what explains their difference; never added together. */
export function PairsSheet({ model: { card, pairs } }: { model: IndicatorModel }) {
  const t = useWords(indicatorWords);
  const language = useLanguage();
  const scale = shownScale(card, language);
  if (pairs.length === 0) return null;
  const { both, without } = splitPairs(pairs);
  return (
    <Sheet className="ind-half" title={t.pairs} note={t.pairsNote(scale.unit)}>
      {both.length === 0 ? null : (
        <TableBox label={t.pairs}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t.period}</th>
                <th scope="col" className="r">
                  {t.reported}
                </th>
                <th scope="col" className="r">
                  {t.computed}
                </th>
                <th scope="col" className="r">
                  {t.difference}
                </th>
                <th scope="col">{t.reason}</th>
              </tr>
            </thead>
            <tbody>
              {both.map((pair) => (
                <tr key={pair.period.id}>
                  <th scope="row">{pair.period.short[language]}</th>
                  <td className="r strong">{scale.text(numberValue(pair.reported))}</td>
                  <td className="r">{scale.text(pair.computed)}</td>
                  <td className="r">{scale.difference(pair.difference, "short")}</td>
                  <td className="why">{pair.reason[language]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      {without.map(({ reason, count, coverage }) => (
        <p key={reason.vi} className="ind-rest">
          {t.pairsWithout(count, reason[language])}
          {coverage === null ? null : ` ${t.pairsCoverage(coverage.have, coverage.of)}`}
        </p>
      ))}
    </Sheet>
  );
}
