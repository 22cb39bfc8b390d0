import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { SeededServer } from "../../support/seeded-server.ts";

/** Someone who asks the server in a thread of its own, so that the work of asking is not done by the thread that answers. */
export interface Asker {
  begin(): void;
  /** Waits for the answer to the last question; gives the milliseconds that each took. */
  end(): Promise<number[]>;
  close(): Promise<void>;
}

/** `life` asks for no work at all. `firstYear`: of the rows that are sent. */
export function askFromThread(
  { url, keys }: Pick<SeededServer, "url" | "keys">,
  asked: { readonly asks: "snapshot" | "single" | "life"; readonly firstYear: number },
): Asker {
  const workerData = { url, keys, ...asked };
  const thread = new Worker(new URL("asking-thread.ts", import.meta.url), { workerData });
  return {
    begin: () => thread.postMessage("begin"),
    end: async () => {
      const told = once(thread, "message");
      thread.postMessage("end");
      const [took] = await told;
      return took;
    },
    close: async () => {
      await thread.terminate();
    },
  };
}
