import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { FileReading } from "@bochiso/shared/entry";
import { DomainError, type ErrorFacts } from "@bochiso/shared/errors";
import type { Text } from "@bochiso/shared/text";
import { fileTooLarge, fileUnreadable } from "./file-error.ts";
import { FILE_LIMITS } from "./file-limits.ts";
import type { DroppedFile } from "./read-file.ts";

/** What the thread answers. */
type Answer =
  | { readonly kind: "read"; readonly reading: FileReading }
  | { readonly kind: "refused"; readonly code: string; readonly facts: ErrorFacts; readonly text: Text };

/** Files read at a time; the others wait. */
const AT_ONCE = 2;
const waiting: (() => void)[] = [];
let running = 0;

/**
 * Reads a file in a thread of its own with bounded memory and time. Throws as `readFile`, `file-too-large` where a bound is
 * met.
 */
export async function readInThread(file: DroppedFile, ms: number = FILE_LIMITS.ms): Promise<FileReading> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await runThread(file, ms);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

async function runThread(file: DroppedFile, ms: number): Promise<FileReading> {
  const worker = new Worker(new URL("./read-file-thread.ts", import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: FILE_LIMITS.heapMb },
  });
  const timer = setTimeout(() => void worker.terminate(), ms);
  try {
    const answer = await Promise.race([
      once(worker, "message").then(([message]) => message as Answer),
      once(worker, "exit").then((): Answer | null => null),
    ]);
    if (answer === null) throw tookTooMuch();
    if (answer.kind === "read") return answer.reading;
    throw new DomainError(answer.code, answer.facts, answer.text);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    if (error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") throw tookTooMuch();
    throw fileUnreadable({
      vi: "Không đọc được tệp này. Mở bằng Excel, chép bảng số liệu sang tệp mới rồi tải lên.",
      en: "This file could not be read. Copy its table to a new file and drop that.",
    });
  } finally {
    clearTimeout(timer);
    void worker.terminate();
  }
}

function tookTooMuch(): DomainError {
  return fileTooLarge("ms", FILE_LIMITS.ms, {
    vi: "Đọc tệp tốn quá nhiều thời gian hoặc bộ nhớ nên đã dừng. Chỉ giữ lại bảng số liệu rồi tải lên.",
    en: "Reading the file took too much time or memory and was stopped. Keep only the table of figures and drop it again.",
  });
}
