import type { CardModel } from "@bochiso/shared/screen";
import { useNavigate } from "@tanstack/react-router";
import { formatReceived, joinUnit } from "../../lib/format/index.ts";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { Icon, SimulatedMark } from "../../ui/index.ts";
import { IndicatorLink, Sparkline, StatusMark, useCardView } from "../card/index.ts";
import { ExplainLink } from "../explanation/index.ts";
import { StatusLink } from "../status-basis/index.ts";
import type { GroupOrder } from "./model/choose-cards.ts";
import { groupWords } from "./words.ts";

const SPARK = { width: 84, height: 22 };

interface Column {
  id: "indicator" | "status" | "value" | "period" | "toYear" | "toPrevious" | "trend" | "source";
  right?: boolean;
  order?: GroupOrder;
  sort?: "ascending" | "descending";
}
const COLUMNS: readonly Column[] = [
  { id: "indicator", order: "ten", sort: "ascending" },
  { id: "status" },
  { id: "value", right: true },
  { id: "period" },
  { id: "toYear", right: true, order: "thaydoi", sort: "descending" },
  { id: "toPrevious", right: true },
  { id: "trend" },
  { id: "source", order: "kymoi", sort: "descending" },
];

/** The same cards as rows; a head that can be sorted by says so. */
export function GroupTable({ cards, order }: { cards: readonly CardModel[]; order: GroupOrder | null }) {
  return (
    <section className="sheet wide lst-table lst-rows">
      <table>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <Head key={column.id} column={column} order={order} />
            ))}
          </tr>
        </thead>
        <tbody>
          {cards.map((card) => (
            <Row key={`${card.ref.indicator}|${card.ref.breakdown}`} card={card} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Head({ column, order }: { column: Column; order: GroupOrder | null }) {
  const t = useWords(groupWords);
  const navigate = useNavigate();
  const sorted = column.order !== undefined && column.order === order;
  const toggle = () =>
    void navigate({
      to: ".",
      search: (before) => ({ ...before, sx: sorted ? undefined : column.order }),
      resetScroll: false,
    });
  return (
    <th scope="col" className={column.right ? "r" : undefined} aria-sort={sorted ? column.sort : undefined}>
      {column.order === undefined ? (
        t[column.id]
      ) : (
        <button type="button" onClick={toggle}>
          {t[column.id]}
          {sorted ? <Icon name="i-down" size={12} /> : null}
        </button>
      )}
    </th>
  );
}

function Row({ card }: { card: CardModel }) {
  const t = useWords(groupWords);
  const language = useLanguage();
  const view = useCardView(card);
  const empty = card.period === null;
  const change = (kind: CardModel["changes"][number]["kind"]) => {
    const each = view.changes.find((candidate) => candidate.kind === kind);
    if (each === undefined || empty) return "—";
    const measure = card.changes.find((candidate) => candidate.kind === kind)?.measure;
    return (
      <ExplainLink cell={card.ref} measure={kind}>
        {each.text}
        {measure === "points" && each.absence === null ? <small>{language === "vi" ? "điểm %" : "pp"}</small> : null}
        <span className="vh"> {each.words}</span>
      </ExplainLink>
    );
  };
  return (
    <tr data-state={card.state}>
      <th scope="row">
        <IndicatorLink cell={card.ref}>{view.name}</IndicatorLink>
        {view.breakdown === null ? null : <span className="soft"> {view.breakdown}</span>}{" "}
        {card.simulated ? <SimulatedMark /> : null}
      </th>
      <td>
        <StatusLink cell={card.ref}>
          <StatusMark status={view.status} size={12} />
        </StatusLink>
      </td>
      <td className="r strong">
        {empty ? (
          view.value.text
        ) : (
          <ExplainLink cell={card.ref}>
            <span className="vh">{t.value}: </span>
            {view.value.tight ? joinUnit(view.value) : view.value.text}
            {view.value.tight || view.value.unit === "" ? null : <small>{view.value.unit}</small>}
          </ExplainLink>
        )}
      </td>
      <td className="soft">{empty ? view.note : view.period}</td>
      <td className="r">{change("same-period-last-year")}</td>
      <td className="r opt">{change("previous-period")}</td>
      <td className="opt">
        <Sparkline sparkline={card.sparkline} {...SPARK} />
      </td>
      <td className="soft opt">
        {card.source === null
          ? "—"
          : [
              card.source.publisher[language],
              card.source.receivedAt === null ? null : formatReceived(card.source.receivedAt, language),
            ]
              .filter(Boolean)
              .join(", ")}
      </td>
    </tr>
  );
}
