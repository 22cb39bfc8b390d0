import { parentPort, workerData } from "node:worker_threads";
import { DomainError } from "@bochiso/shared/errors";
import { type DroppedFile, readFile } from "./read-file.ts";

/** One file, one thread: whatever it does to memory ends with it. */
try {
  parentPort?.postMessage({ kind: "read", reading: readFile(workerData as DroppedFile) });
} catch (error) {
  if (!(error instanceof DomainError)) throw error;
  const { code, facts, text } = error;
  parentPort?.postMessage({ kind: "refused", code, facts, text });
}
