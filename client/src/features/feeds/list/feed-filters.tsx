import { Link } from "@tanstack/react-router";
import { useWords } from "../../../lib/i18n/index.ts";
import { FindBox, useFindInAddress } from "../../listing/index.ts";
import type { FeedState } from "../common/feed-standings.ts";
import { standingWords } from "../common/standing-words.ts";
import type { FeedFilter, ListedState } from "./model/choose-feeds.ts";
import { listWords } from "./words.ts";

interface Props {
  counts: ReadonlyMap<FeedState, number>;
  filter: FeedFilter;
  shown: number;
  all: number;
}

/** The main states stand always, so that nothing jumps; the others where there is one. */
const ALWAYS: readonly ListedState[] = ["cho-duyet", "tre-han", "thieu", "loi"];
const WHERE_ANY: readonly ListedState[] = ["tra-lai", "lay-loi", "im-lang", "ngung", "chua-noi", "chua-gui"];

/** Words looked for, and one state: both in the address. */
export function FeedFilters({ counts, filter, shown, all }: Props) {
  const t = useWords(listWords);
  const { filter: names } = useWords(standingWords);
  const find = useFindInAddress();
  const listed = [...ALWAYS, ...WHERE_ANY.filter((state) => counts.has(state) || filter.state === state)];
  return (
    <div className="lst-tools wide">
      <FindBox label={t.find} text={filter.text} onChange={find} />
      <nav className="seg links fd-states" aria-label={t.filter}>
        <Choice state={null} chosen={filter.state} text={t.choice(t.all, all)} />
        {listed.map((state) => (
          <Choice
            key={state}
            state={state}
            chosen={filter.state}
            text={t.choice(names[state], counts.get(state) ?? 0)}
          />
        ))}
      </nav>
      <span className="lst-count push" role="status">
        {t.shown(shown)}
      </span>
    </div>
  );
}

function Choice({ state, chosen, text }: { state: ListedState | null; chosen: ListedState | null; text: string }) {
  return (
    <Link
      to="/nguon-du-lieu"
      search={(before) => ({ ...before, tt: state ?? undefined })}
      resetScroll={false}
      activeOptions={{ exact: true, includeSearch: true }}
      aria-current={state === chosen ? "true" : undefined}
    >
      {text}
    </Link>
  );
}
