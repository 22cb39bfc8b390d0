import type { FeedStrip, StripState } from "@bochiso/shared/feed";
import type { ReactNode } from "react";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { periodText } from "./period-text.ts";
import { STRIP_STATES, stripSentence } from "./strip-sentence.ts";
import { stripWords } from "./strip-words.ts";

const [STEP, HEIGHT] = [9, 22];

/** Each state has a shape of its own: full, half filled, broken, crossed, a dot, barred, a line, a tick. */
const SHAPES = {
  "on-time": <rect width="6" height="22" rx="1" />,
  late: (
    <>
      <rect x="0.75" y="0.75" width="4.5" height="20.5" rx="1" className="hollow" />
      <rect y="11" width="6" height="11" rx="1" />
    </>
  ),
  incomplete: (
    <>
      <rect y="14" width="6" height="8" rx="1" />
      <rect width="6" height="5" rx="1" />
    </>
  ),
  missing: (
    <>
      <rect x="0.75" y="0.75" width="4.5" height="20.5" rx="1" className="hollow" />
      <path d="M1 7 5 15M5 7 1 15" className="hollow" />
    </>
  ),
  "not-yet-due": <circle cx="3" cy="19" r="2" />,
  undated: (
    <>
      <rect x="0.75" y="0.75" width="4.5" height="20.5" rx="1" className="hollow" />
      <path d="M1 6h4M1 11h4M1 16h4" className="hollow" />
    </>
  ),
  "not-judged": <rect x="2.250" width="1.500" height="22" />,
  "not-connected": <path d="M0 21.250h1.500M2.250 21.250h1.500M4.500 21.250h1.500" className="hollow" />,
  published: <rect y="8" width="6" height="14" rx="1" />,
  none: <rect y="20.500" width="6" height="1.500" />,
} as const satisfies Record<StripState, ReactNode>;

/** How punctual a feed was in the last periods, oldest at the left; the same in a sentence for who cannot see it. */
export function StripBars({ strip }: { strip: FeedStrip }) {
  const language = useLanguage();
  const t = useWords(stripWords);
  return (
    <svg
      className="fd-strip"
      role="img"
      aria-label={stripSentence(strip, language)}
      viewBox={`0 0 ${strip.cells.length * STEP - 3} ${HEIGHT}`}
      width={strip.cells.length * STEP - 3}
      height={HEIGHT}
    >
      {strip.cells.map(({ period, state }, index) => (
        <g key={period} transform={`translate(${index * STEP} 0)`} className={`fd-${state}`}>
          <title>{t.cell(periodText(period, language), t[state])}</title>
          <rect width={STEP} height={HEIGHT} className="ground" />
          {SHAPES[state]}
        </g>
      ))}
    </svg>
  );
}

/** What the shapes mean; those that occur. */
export function StripLegend({ strips }: { strips: readonly FeedStrip[] }) {
  const t = useWords(stripWords);
  const present = new Set(strips.flatMap(({ cells }) => cells.map(({ state }) => state)));
  return (
    <ul className="fd-legend" aria-label={t.legend}>
      {STRIP_STATES.filter((state) => present.has(state)).map((state) => (
        <li key={state}>
          <StripMark state={state} />
          {t[state]}
        </li>
      ))}
    </ul>
  );
}

/** The shape of one state, beside its word. */
export function StripMark({ state }: { state: StripState }) {
  return (
    <svg className={`fd-strip fd-${state}`} width="6" height={HEIGHT} viewBox={`0 0 6 ${HEIGHT}`} aria-hidden="true">
      {SHAPES[state]}
    </svg>
  );
}
