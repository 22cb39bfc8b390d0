import { existsSync, readFileSync, rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { type LeftRequest, withdrawRequest } from "../platform/request-folder.ts";

/** Until a request that nobody took up is withdrawn, and again until one that was taken up is waited for no longer. */
const WAIT_MS = 60_000;
const STEP_MS = 200;

const WITHDRAWN =
  "Máy chủ không nhận yêu cầu; đã rút lại, chưa thay đổi gì. / The server did not take the request up; it was withdrawn, nothing was changed.";
const UNKNOWN =
  "Máy chủ đã nhận yêu cầu nhưng chưa báo kết quả và có thể vẫn thực hiện; hãy xem `list`. / The server took the request up and has not told what came of it; it may still do it. See `list`.";

/** The server took a request up and has not told what came of it. */
export class OutcomeUnknown extends Error {
  constructor() {
    super(UNKNOWN);
  }
}

/** Whether another process, the running server, owns the database file. */
export function isInUse(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "database-in-use";
}

/** The answer of the running server to a request that was left for it, as JSON. Throws `OutcomeUnknown`, or that nothing was done. */
export async function answerOfServer(left: LeftRequest, waitMs: number = WAIT_MS): Promise<unknown> {
  if (!(await isThere(left.answer, waitMs))) {
    if (withdrawRequest(left)) throw new Error(WITHDRAWN);
    if (!(await isThere(left.answer, waitMs))) throw new OutcomeUnknown();
  }
  const answer: unknown = JSON.parse(readFileSync(left.answer, "utf8"));
  rmSync(left.answer, { force: true });
  return answer;
}

async function isThere(file: string, waitMs: number): Promise<boolean> {
  for (let waited = 0; !existsSync(file); waited += STEP_MS) {
    if (waited >= waitMs) return false;
    await pause(STEP_MS);
  }
  return true;
}
