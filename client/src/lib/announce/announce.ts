import { create } from "zustand";

/** What the one polite live region says next. */
export const useAnnouncement = create<{ text: string }>(() => ({ text: "" }));

const BATCH_MS = 800;
let waiting: string[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says a change of status once; what comes in a burst is said as one sentence. */
export function announce(text: string): void {
  if (!waiting.includes(text)) waiting.push(text);
  timer ??= setTimeout(() => {
    useAnnouncement.setState({ text: waiting.join(". ") });
    waiting = [];
    timer = undefined;
  }, BATCH_MS);
}
