import type { QualityHeatCell, QualityHeatModel, QualityHeatRow } from "@bochiso/shared/screen";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { ScrollBox } from "../../../ui/index.ts";
import { heatClass, heatCount } from "./model/heat-class.ts";
import { qualityWords } from "./words.ts";

/** Which filter of the flags a line leads to. */
const PARTS = { indicator: "cs", rule: "qt", feed: "kenh" } as const;

/** Lines by month; the number says what the colour says. The name of a line and each of its cells lead to their flags. */
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
  const t = useWords(qualityWords);
  const text = useText();
  const pending = row.cells.reduce((sum, cell) => sum + heatCount(cell).pending, 0);
  return (
    <tr>
      <th scope="row">
        {row.code === "" ? (
          t.noFeed
        ) : (
          <FlagsLink narrowed={{ [part]: row.code, tt: "tat-ca" }} className="fd-name">
            {text(row.name)}
          </FlagsLink>
        )}
      </th>
      {row.cells.map((cell, index) => (
        <Cell
          key={ids[index]}
          cell={cell}
          narrowed={row.code === "" ? null : { [part]: row.code, thang: ids[index] }}
        />
      ))}
      <td>{pending}</td>
    </tr>
  );
}

/** What narrows the list of flags to what a place of the table counts. */
interface Narrowed {
  cs?: string;
  qt?: string;
  kenh?: string;
  thang?: string | undefined;
  tt?: "tat-ca";
}

const NOT_NARROWED = {
  xem: undefined,
  tt: undefined,
  cs: undefined,
  qt: undefined,
  lo: undefined,
  thang: undefined,
  sau: undefined,
};

/** Leads to the flags that are counted; whatever else had narrowed them before is dropped, but for the feed of the table. */
function FlagsLink({ narrowed, className, children }: { narrowed: Narrowed; className?: string; children: ReactNode }) {
  return (
    <Link to="." search={(before) => ({ ...before, ...NOT_NARROWED, ...narrowed })} className={className}>
      {children}
    </Link>
  );
}

function Cell({ cell, narrowed }: { cell: QualityHeatCell; narrowed: Narrowed | null }) {
  const t = useWords(qualityWords);
  if (cell === null) {
    return (
      <td>
        <span className="vh">{t.noCell}</span>
      </td>
    );
  }
  const { pending, all } = heatCount(cell);
  const told = (
    <>
      <span aria-hidden="true">
        {pending}
        {all > pending ? <small>/{all}</small> : null}
      </span>
      <span className="vh">{t.cell(pending, all)}</span>
    </>
  );
  return (
    <td className={`qf-h${heatClass(pending)}`} title={t.cell(pending, all)}>
      {narrowed === null ? (
        told
      ) : (
        // What still asks for somebody first; everything where nothing does.
        <FlagsLink narrowed={pending > 0 ? narrowed : { ...narrowed, tt: "tat-ca" }}>{told}</FlagsLink>
      )}
    </td>
  );
}
