import type { EntryGridModel } from "@bochiso/shared/entry";
import { PERIOD_TYPE_WORDS } from "@bochiso/shared/i18n";
import { Link, useNavigate } from "@tanstack/react-router";
import { useCallback, useId } from "react";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { FindBox } from "../../listing/index.ts";
import { periodGroups } from "./model/period-groups.ts";
import { type EntryShow, firstShow, shownCounts } from "./model/shown-cells.ts";
import { byHandWords } from "./words.ts";

interface Props {
  model: EntryGridModel;
  show: EntryShow | null;
  text: string;
}

const SHOWS: readonly EntryShow[] = ["open", "received", "new", "all"];
/** What the address says for each. */
const SHOW_WORDS = { open: "chua", received: "da", new: "moi", all: "tat-ca" } as const;

/** Which period, which cells. */
export function EntryTools({ model, show, text: find }: Props) {
  const t = useWords(byHandWords);
  const text = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const id = useId();
  const { feed, period, choices, cells } = model;
  const counts = shownCounts(cells);
  const current = show ?? firstShow(cells);
  const onFind = useCallback(
    (tim: string) =>
      void navigate({
        to: ".",
        search: (search) => ({ ...search, tim: tim === "" ? undefined : tim }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const isOffered = choices.some(({ periods }) => periods.some((it) => it.id === period.id));
  return (
    <div className="lst-tools wide">
      <span className="fe-period">
        <label htmlFor={id}>{t.period}</label>
        <select
          id={id}
          value={period.id}
          onChange={({ target }) =>
            void navigate({ to: ".", search: (search) => ({ ...search, kn: target.value }), resetScroll: false })
          }
        >
          {isOffered ? null : <option value={period.id}>{text(period.label)}</option>}
          {periodGroups(choices).map(({ of, periods }) => (
            <optgroup key={of} label={of === "missing" ? t.missing : PERIOD_TYPE_WORDS[of][language]}>
              {periods.map((it) => (
                <option key={it.id} value={it.id}>
                  {it.missing === 0 ? text(it.label) : t.missingIn(text(it.label), it.missing)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </span>
      <nav className="seg links" aria-label={t.show}>
        {SHOWS.filter((it) => counts[it] > 0 || it === current).map((it) => (
          <Link
            key={it}
            to="/nguon-du-lieu/$feed/nhap-tay"
            params={{ feed }}
            search={(search) => ({ ...search, loc: SHOW_WORDS[it] })}
            resetScroll={false}
            aria-current={it === current ? "true" : undefined}
          >
            {t.shown[it]} ({counts[it]})
          </Link>
        ))}
      </nav>
      <FindBox label={t.find} text={find} onChange={onFind} />
    </div>
  );
}
