import { existsSync, readFileSync, rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { LeftRequest } from "../platform/request-folder.ts";

const WAIT_MS = 60_000;
const STEP_MS = 200;

/** Whether another process, the running server, owns the database file. */
export function isInUse(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "database-in-use";
}

/** The answer of the running server to a request that was left for it, as JSON. */
export async function answerOfServer(left: LeftRequest): Promise<unknown> {
  for (let waited = 0; !existsSync(left.answer); waited += STEP_MS) {
    if (waited > WAIT_MS) {
      rmSync(left.request, { force: true });
      throw new Error("The server did not answer; see `list`. / Máy chủ không trả lời, hãy xem `list`.");
    }
    await pause(STEP_MS);
  }
  const answer: unknown = JSON.parse(readFileSync(left.answer, "utf8"));
  rmSync(left.answer, { force: true });
  return answer;
}
