import "../common/feeds.css";
import "./quality.css";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useWords } from "../../../lib/i18n/index.ts";
import type { FlagsQuestion, HeatQuestion } from "../../../lib/source/index.ts";
import { DoneNote } from "../common/done-note.tsx";
import { FeedCrumbs } from "../common/feed-crumbs.tsx";
import { LocksSheet } from "../locks/index.ts";
import { RulesSheet } from "../rules/index.ts";
import { FlagPanel } from "./flag-panel.tsx";
import { FlagsSheet } from "./flags-sheet.tsx";
import { HeatSheet } from "./heat-sheet.tsx";
import { ScoresSheet } from "./scores-sheet.tsx";
import { qualityWords } from "./words.ts";

type Part = "canh-bao" | "theo-thang" | "diem" | "quy-tac" | "khoa-ky";

interface Props {
  part: Part;
  flags: FlagsQuestion;
  heat: HeatQuestion;
  /** The flag that is open; null: none. */
  open: number | null;
}

/** Chất lượng số liệu: what is doubted, where it gathers, how the feeds score, by which rules, what is locked. */
export function QualityPage({ part, flags, heat, open }: Props) {
  const t = useWords(qualityWords);
  useEffect(() => {
    document.title = t.title;
  }, [t]);
  return (
    <div className="page fd">
      <FeedCrumbs />
      <header className="lst-head wide">
        <h1>{t.title}</h1>
        <p className="lst-lead">{t.lead}</p>
      </header>
      <Parts part={part} />
      {part === "canh-bao" ? <FlagsSheet asked={flags} /> : null}
      {part === "theo-thang" ? <HeatSheet asked={heat} /> : null}
      {part === "diem" ? <ScoresSheet /> : null}
      {part === "quy-tac" ? <RulesSheet indicator={flags.indicator} /> : null}
      {part === "khoa-ky" ? <LocksSheet indicator={flags.indicator} /> : null}
      <DoneNote />
      {open === null ? null : <FlagPanel key={open} id={open} />}
    </div>
  );
}

const PARTS = ["canh-bao", "theo-thang", "diem", "quy-tac", "khoa-ky"] as const satisfies readonly Part[];

/** The parts of the page; a feed chosen in one stays chosen in the others. */
function Parts({ part }: { part: Part }) {
  const t = useWords(qualityWords);
  return (
    <nav className="fd-tabs wide" aria-label={t.parts}>
      {PARTS.map((it) => (
        <Link
          key={it}
          to="."
          search={(before) => ({ ...before, xem: it === "canh-bao" ? undefined : it, sau: undefined })}
          resetScroll={false}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={it === part ? "true" : undefined}
        >
          {t.part[it]}
        </Link>
      ))}
    </nav>
  );
}
