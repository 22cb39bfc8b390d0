import { ASSESSMENT_WORDS, type StatusShape, TREND_WORDS } from "@bochiso/shared/i18n";
import type { BlockState, CardModel, ProgressStatus } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";

/** States in which a value is shown but not judged. */
const UNJUDGED: ReadonlySet<BlockState> = new Set(["stale", "partial", "suspect", "error", "empty", "no-permission"]);

export interface StatusView {
  shape: StatusShape;
  word: string;
}

/** Shape and word of a status; neither stands without the other. */
export function statusView(status: ProgressStatus, language: Language): StatusView {
  const words = ASSESSMENT_WORDS[status];
  return { shape: words.shape, word: words[language] };
}

/** The status a card shows: a value that is stale, incomplete or doubtful has none. */
export function shownStatus(card: Pick<CardModel, "progress" | "state">): ProgressStatus {
  const { status } = card.progress;
  return status !== "not-assessed" && UNJUDGED.has(card.state) ? "not-yet-assessed" : status;
}

/** Diễn biến by the first change that can be judged; null when there is none. */
export function trendWord(card: Pick<CardModel, "changes">, language: Language): string | null {
  const judged = card.changes.find((change) => change.improving !== null);
  if (judged === undefined) return null;
  return TREND_WORDS[judged.improving ? "favourable" : "unfavourable"][language];
}
