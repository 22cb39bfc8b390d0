import { create } from "zustand";

/** What the one polite live region says next. */
export const useAnnouncement = create<{ text: string }>(() => ({ text: "" }));

const BATCH_MS = 800;
let waiting: string[] = [];

/** Says a change of status once; what comes in a burst is said as one sentence. */
export function announce(text: string): void {
  const isFirst = waiting.length === 0;
  if (!waiting.includes(text)) waiting.push(text);
  if (!isFirst) return;
  setTimeout(() => {
    useAnnouncement.setState({ text: waiting.join(". ") });
    waiting = [];
  }, BATCH_MS);
}
