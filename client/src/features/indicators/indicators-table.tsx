import { TOTAL_KEY } from "@bochiso/shared/breakdown";
import { PERIOD_TYPE_WORDS } from "@bochiso/shared/i18n";
import { IndicatorCode } from "@bochiso/shared/indicator";
import { PeriodType } from "@bochiso/shared/period";
import type { IndicatorListRow } from "@bochiso/shared/screen";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { IndicatorLink } from "../card/index.ts";
import { domainName } from "./domain-words.ts";
import { hasFigures } from "./model/choose-rows.ts";
import { indicatorsWords } from "./words.ts";

interface Props {
  groups: readonly { domain: string; rows: readonly IndicatorListRow[] }[];
}

/** The list by domain; a phone shows name and latest period only. */
export function IndicatorsTable({ groups }: Props) {
  const t = useWords(indicatorsWords);
  const language = useLanguage();
  return (
    <section className="sheet wide lst-table lst-rows">
      <table>
        <thead>
          <tr>
            <th scope="col">{t.indicator}</th>
            <th scope="col">{t.latest}</th>
            <th scope="col">{t.unit}</th>
            <th scope="col">{t.period}</th>
            <th scope="col">{t.agency}</th>
          </tr>
        </thead>
        {groups.map(({ domain, rows }) => (
          <tbody key={domain}>
            <tr className="lst-domain">
              <th scope="rowgroup" colSpan={5}>
                {domainName(domain, language)}
                <small>{t.shown(rows.length)}</small>
              </th>
            </tr>
            {rows.map((row) => (
              <Row key={row.code} row={row} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Row({ row }: { row: IndicatorListRow }) {
  const t = useWords(indicatorsWords);
  const language = useLanguage();
  const code = IndicatorCode.safeParse(row.code).data;
  const type = PeriodType.safeParse(row.periodType).data;
  const name = row.name[language];
  return (
    <tr>
      <th scope="row">
        {code === undefined ? (
          name
        ) : (
          <IndicatorLink cell={{ indicator: code, breakdown: TOTAL_KEY }}>{name}</IndicatorLink>
        )}
        <code>
          {row.code}
          {row.derived ? ` · ${t.derived}` : ""}
        </code>
      </th>
      <td className={hasFigures(row) ? "nb" : "soft nb"}>{hasFigures(row) ? row.latest?.label[language] : t.none}</td>
      <td className="opt">{row.unit[language]}</td>
      <td className="opt">{type === undefined ? row.periodType : PERIOD_TYPE_WORDS[type][language]}</td>
      <td className="opt soft">{row.agencyName[language]}</td>
    </tr>
  );
}
