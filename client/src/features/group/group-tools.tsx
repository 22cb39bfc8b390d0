import type { CardModel, GroupModel } from "@bochiso/shared/screen";
import { Link, useNavigate } from "@tanstack/react-router";
import { downloadText } from "../../lib/csv/index.ts";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { shownStatus, statusView } from "../card/index.ts";
import { ChoiceBox, FindBox, useFindInAddress } from "../listing/index.ts";
import { GROUP_VIEWS, type GroupChoice } from "./group-choice.ts";
import { GROUP_ORDERS, type GroupOrder } from "./model/choose-cards.ts";
import { groupCsv } from "./model/group-csv.ts";
import { groupWords } from "./words.ts";

interface Props {
  model: GroupModel;
  /** The cards that pass the filter, for the export. */
  cards: readonly CardModel[];
  choice: GroupChoice;
}

/** View, filter, order, export. Everything but the export is part of the address. */
export function GroupTools({ model, cards, choice }: Props) {
  const t = useWords(groupWords);
  const language = useLanguage();
  const byArea = choice.view === "bando" || choice.view === "xephang";
  const save = () =>
    downloadText({
      name: `${model.group.code}_${model.frame.scope.replace("/", "-")}.csv`,
      text: groupCsv(cards, language),
      type: "text/csv;charset=utf-8",
    });
  return (
    <div className="lst-tools wide">
      <nav className="seg links" aria-label={t.viewName}>
        {GROUP_VIEWS.map((view) => (
          <Link
            key={view}
            to="."
            search={(before) => ({ ...before, xem: view === "the" ? undefined : view })}
            resetScroll={false}
            aria-current={view === choice.view ? "true" : undefined}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {t.views[view]}
          </Link>
        ))}
      </nav>
      {byArea ? null : <Filters model={model} choice={choice} />}
      <span className="lst-count push" role="status">
        {t.shown(cards.length, model.cards.length)}
      </span>
      <button type="button" className="link" onClick={save}>
        {t.exportCsv}
      </button>
    </div>
  );
}

function Filters({ model, choice }: Pick<Props, "model" | "choice">) {
  const t = useWords(groupWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const find = useFindInAddress();
  const statuses = [...new Set(model.cards.map(shownStatus))];
  return (
    <>
      <FindBox label={t.find} text={choice.text} onChange={find} />
      <ChoiceBox
        label={t.only}
        value={choice.only ?? ""}
        options={[
          { value: "", text: t.onlyAll },
          { value: "co", text: t.onlyWith },
          { value: "chua", text: t.onlyWithout },
          ...statuses.map((status) => ({ value: status, text: statusView(status, language).word })),
        ]}
        onChange={(loc) =>
          void navigate({ to: ".", search: (before) => ({ ...before, loc: loc || undefined }), resetScroll: false })
        }
      />
      <ChoiceBox<GroupOrder>
        label={t.order}
        value={choice.order ?? ""}
        options={[
          { value: "" as const, text: t.orders.bo },
          ...GROUP_ORDERS.map((value) => ({ value, text: t.orders[value] })),
        ]}
        onChange={(sx) =>
          void navigate({ to: ".", search: (before) => ({ ...before, sx: sx || undefined }), resetScroll: false })
        }
      />
    </>
  );
}
