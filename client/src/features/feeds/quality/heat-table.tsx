import type { QualityHeatCell, QualityHeatModel, QualityHeatRow } from "@bochiso/shared/screen";
import { Link } from "@tanstack/react-router";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { ScrollBox } from "../../../ui/index.ts";
import { heatClass, heatCount } from "./model/heat-class.ts";
import { qualityWords } from "./words.ts";

/** Which filter of the flags a line leads to. */
const PARTS = { indicator: "cs", rule: "qt", feed: "kenh" } as const;

/** Lines by month; the number says what the colour says. The name of a line leads to its flags. */
export function HeatTable({ model: { by, months, rows } }: { model: QualityHeatModel }) {
  const t = useWords(qualityWords);
  const text = useText();
  return (
    <ScrollBox className="fd-scroll qf-heat" label={t.heat}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.line[by]}</th>
            {months.map(({ id, short, label }) => (
              <th key={id} scope="col">
                <abbr title={text(label)}>{text(short)}</abbr>
              </th>
            ))}
            <th scope="col">{t.sum}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.code} row={row} part={PARTS[by]} ids={months.map(({ id }) => id)} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

interface LineProps {
  row: QualityHeatRow;
  part: (typeof PARTS)[keyof typeof PARTS];
  ids: readonly string[];
}

function Line({ row, part, ids }: LineProps) {
  const text = useText();
  const pending = row.cells.reduce((sum, cell) => sum + heatCount(cell).pending, 0);
  return (
    <tr>
      <th scope="row">
        <Link
          to="."
          search={(before) => ({ ...before, [part]: row.code, tt: "tat-ca" as const, xem: undefined, sau: undefined })}
          className="fd-name"
        >
          {text(row.name)}
        </Link>
      </th>
      {row.cells.map((cell, index) => (
        <Cell key={ids[index]} cell={cell} />
      ))}
      <td>{pending}</td>
    </tr>
  );
}

function Cell({ cell }: { cell: QualityHeatCell }) {
  const t = useWords(qualityWords);
  if (cell === null) {
    return (
      <td>
        <span className="vh">{t.noCell}</span>
      </td>
    );
  }
  const { pending, all } = heatCount(cell);
  return (
    <td className={`qf-h${heatClass(pending)}`} title={t.cell(pending, all)}>
      <span aria-hidden="true">
        {pending}
        {all > pending ? <small>/{all}</small> : null}
      </span>
      <span className="vh">{t.cell(pending, all)}</span>
    </td>
  );
}
