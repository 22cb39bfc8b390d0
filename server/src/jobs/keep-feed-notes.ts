import type { Services } from "../services.ts";

/** How long a note waits at most. */
const WRITE_MS = 1_000;

/**
 * Writes what was noted of feeds: uses of keys and refused requests, many in one write. Returns how to stop it, which
 * writes what is left.
 */
export function keepFeedNotes(
  { writer, feedNotes, logger }: Pick<Services, "writer" | "feedNotes" | "logger">,
  everyMs: number = WRITE_MS,
): () => Promise<void> {
  let running: Promise<void> | null = null;
  const write = async (): Promise<void> => {
    const notes = feedNotes.take();
    if (notes.uses.length + notes.refusals.length === 0) return;
    await writer.execute({ name: "write-feed-notes", input: notes });
  };
  const look = (): Promise<void> => {
    running ??= write()
      .catch((error: unknown) => logger.warn({ err: error }, "notes of feeds could not be written"))
      .finally(() => {
        running = null;
      });
    return running;
  };
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
    await look();
  };
}
