import type { Services } from "../services.ts";

const EVERY_MS = 10_000;

/** Looks at the free space again and again, and says when the state changes. Returns how to stop it. */
export function watchStorage({ storageGate, logger }: Pick<Services, "storageGate" | "logger">): () => void {
  const timer = setInterval(() => {
    const before = storageGate.isLow();
    storageGate.look();
    const now = storageGate.isLow();
    if (now && !before) logger.error("the disk is nearly full: reading only");
    if (!now && before) logger.warn("there is room on the disk again: writing goes on");
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
