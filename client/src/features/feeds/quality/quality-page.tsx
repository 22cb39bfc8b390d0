import "../common/feeds.css";
import "./quality.css";
import { useEffect } from "react";
import { useWords } from "../../../lib/i18n/index.ts";
import type { FlagsQuestion, HeatQuestion } from "../../../lib/source/index.ts";
import { FeedCrumbs } from "../common/feed-crumbs.tsx";
import { FlagPanel } from "./flag-panel.tsx";
import { FlagsSheet } from "./flags-sheet.tsx";
import { HeatSheet } from "./heat-sheet.tsx";
import { ScoresSheet } from "./scores-sheet.tsx";
import { qualityWords } from "./words.ts";

interface Props {
  flags: FlagsQuestion;
  heat: HeatQuestion;
  /** The flag that is open; null: none. */
  open: number | null;
}

/** Chất lượng số liệu: what is doubted, where it gathers, how the feeds score. */
export function QualityPage({ flags, heat, open }: Props) {
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
      <FlagsSheet asked={flags} />
      <HeatSheet asked={heat} />
      <ScoresSheet />
      {open === null ? null : <FlagPanel key={open} id={open} />}
    </div>
  );
}
