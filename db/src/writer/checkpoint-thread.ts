import { parentPort, workerData } from "node:worker_threads";
import { logCopier } from "../dialects/sqlite/log-copier.ts";
import { openConnection } from "../dialects/sqlite/open-connection.ts";

/** What the thread is told, and what it answers to `copy`. */
export type ToCheckpoints = "copy" | "close";
export type FromCheckpoints = "copied";

/** The file whose log is copied. */
export interface CheckpointSetup {
  readonly databaseFile: string;
}

/** Copies what the log holds into the database file, on a connection of its own, when it is told to. */
function copyWhenTold(): void {
  const port = parentPort;
  if (!port) throw new Error("checkpoint-thread.ts runs in a worker thread only");
  const { databaseFile } = workerData as CheckpointSetup;
  const client = openConnection(databaseFile, "write");
  const copy = logCopier(client);
  port.on("message", (message: ToCheckpoints) => {
    if (message === "close") {
      client.close();
      port.close();
      return;
    }
    copy();
    port.postMessage("copied" satisfies FromCheckpoints);
  });
}

copyWhenTold();
