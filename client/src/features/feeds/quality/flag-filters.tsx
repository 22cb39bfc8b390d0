import type { QualityState } from "@bochiso/shared/quality";
import type { QualityFlagRow } from "@bochiso/shared/screen";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import { type FlagsQuestion, scoresQuery, useSource } from "../../../lib/source/index.ts";
import { ChoiceBox } from "../../listing/index.ts";
import { periodText } from "../common/period-text.ts";
import { OnlyFilter } from "./only-filter.tsx";
import { qualityWords } from "./words.ts";

const CHOICES = ["auto", "mo", "sai", "dung", "het", "tat-ca"] as const;
const COUNTED = {
  auto: ["open", "wrong"],
  mo: ["open"],
  sai: ["wrong"],
  dung: ["confirmed"],
  het: ["resolved"],
  "tat-ca": ["open", "wrong", "confirmed", "resolved"],
} as const satisfies Record<(typeof CHOICES)[number], readonly QualityState[]>;

interface Props {
  asked: FlagsQuestion;
  counts: Record<QualityState, number> | null;
  rows: readonly QualityFlagRow[];
}

/** State, feed, subject; and the indicator, rule or month a link led to. All of it in the address. */
export function FlagFilters({ asked, counts, rows }: Props) {
  const t = useWords(qualityWords);
  const text = useText();
  const language = useLanguage();
  const { tt } = useSearch({ from: "/nguon-du-lieu/chat-luong" });
  const navigate = useNavigate();
  const set = (patch: { kenh?: string | undefined; lo?: "so-lieu" | "viec-gui" | undefined }) =>
    void navigate({ to: ".", search: (before) => ({ ...before, ...patch, sau: undefined }), resetScroll: false });
  const [row] = rows;
  return (
    <div className="lst-tools qf-tools">
      <nav className="seg links fd-states" aria-label={t.filter}>
        {CHOICES.map((choice) => (
          <Link
            key={choice}
            to="."
            search={(before) => ({ ...before, tt: choice === "auto" ? undefined : choice, sau: undefined })}
            resetScroll={false}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={choice === (tt ?? "auto") ? "true" : undefined}
          >
            {counts === null
              ? t.states[choice]
              : t.choice(
                  t.states[choice],
                  COUNTED[choice].reduce((sum, state) => sum + counts[state], 0),
                )}
          </Link>
        ))}
      </nav>
      <FeedChoice feed={asked.feed} onChange={(kenh) => set({ kenh })} />
      <ChoiceBox<"so-lieu" | "viec-gui">
        label={t.subject}
        value={asked.subject === undefined ? "" : asked.subject === "value" ? "so-lieu" : "viec-gui"}
        options={[
          { value: "", text: t.subjects.all },
          { value: "so-lieu", text: t.subjects["so-lieu"] },
          { value: "viec-gui", text: t.subjects["viec-gui"] },
        ]}
        onChange={(lo) => set({ lo: lo || undefined })}
      />
      {asked.indicator === undefined ? null : (
        <OnlyFilter name={row === undefined ? asked.indicator : text(row.indicatorName)} part="cs" />
      )}
      {asked.rule === undefined ? null : (
        <OnlyFilter name={row === undefined ? asked.rule : text(row.rule.name)} part="qt" />
      )}
      {asked.month === undefined ? null : <OnlyFilter name={periodText(asked.month, language)} part="thang" />}
    </div>
  );
}

function FeedChoice({ feed, onChange }: { feed: string | undefined; onChange: (feed: string | undefined) => void }) {
  const t = useWords(qualityWords);
  const text = useText();
  const { data } = useQuery(scoresQuery(useSource(), {}));
  const known = (data?.rows ?? []).map((row) => ({ value: row.feed, text: text(row.feedName) }));
  const own = feed === undefined || known.some(({ value }) => value === feed) ? [] : [{ value: feed, text: feed }];
  return (
    <ChoiceBox<string>
      label={t.feed}
      value={feed ?? ""}
      options={[{ value: "", text: t.allFeeds }, ...known, ...own]}
      onChange={(chosen) => onChange(chosen || undefined)}
    />
  );
}
