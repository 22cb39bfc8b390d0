import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A request that was left, and where its answer will lie. */
export interface LeftRequest {
  readonly request: string;
  readonly answer: string;
}

/**
 * Leaves a request under a name of its own. One process owns an SQLite file: while the server runs, a command line leaves
 * what it wants in a folder that only the owner of the installation can write to, and reads the answer beside it.
 */
export function leaveRequest(folder: string, name: string, request: unknown): LeftRequest {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = { request: join(folder, `${name}.json`), answer: join(folder, `${name}.answer`) };
  put(files.request, request);
  return files;
}

/** Works off the requests that lie in a folder; what cannot be read as JSON is undefined. */
export async function takeRequests(folder: string, answerTo: (request: unknown) => Promise<unknown>): Promise<void> {
  for (const name of listRequests(folder)) {
    const file = join(folder, name);
    put(file.replace(/json$/, "answer"), await answerTo(readRequest(file)));
    rmSync(file, { force: true });
  }
}

function readRequest(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** Whole or not at all: the other side looks at any moment. */
function put(file: string, content: unknown): void {
  writeFileSync(`${file}.new`, JSON.stringify(content), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function listRequests(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch {
    return [];
  }
}
