import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { SeededServer } from "../../support/seeded-server.ts";

/**
 * A submission that waits in a thread of its own until it is sent; sending throws where it is not stored. The thread writes it
 * too: what a hundred thousand rows leave in memory would be collected by the thread that answers.
 */
export async function pushFromThread(
  { url, keys }: Pick<SeededServer, "url" | "keys">,
  submission: { readonly rows: number; readonly firstYear: number; readonly idempotencyKey: string },
): Promise<() => Promise<void>> {
  const workerData = { url, keys, ...submission };
  const thread = new Worker(new URL("push-thread.ts", import.meta.url), { workerData });
  await once(thread, "message");
  return async () => {
    const stored = once(thread, "message");
    thread.postMessage("send");
    await stored;
    await thread.terminate();
  };
}
