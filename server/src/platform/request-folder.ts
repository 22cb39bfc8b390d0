import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A request that was left, where it lies once the server took it up, and where its answer will lie. */
export interface LeftRequest {
  readonly request: string;
  readonly taken: string;
  readonly answer: string;
}

/**
 * Leaves a request under a name of its own. One process owns an SQLite file: while the server runs, a command line leaves
 * what it wants in a folder that only the owner of the installation can write to, and reads the answer beside it.
 */
export function leaveRequest(folder: string, name: string, request: unknown): LeftRequest {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = filesOf(folder, name);
  put(files.request, request);
  return files;
}

/** Takes a request back; false where the server has taken it up already. */
export function withdrawRequest({ request }: LeftRequest): boolean {
  const withdrawn = `${request}.withdrawn`;
  if (!moved(request, withdrawn)) return false;
  rmSync(withdrawn, { force: true });
  return true;
}

/**
 * Works off the requests that lie in a folder, each taken up before it is begun, so that who withdraws one knows whether it
 * was in time; what cannot be read as JSON is undefined. One that fails without an answer lies there again.
 */
export async function takeRequests(folder: string, answerTo: (request: unknown) => Promise<unknown>): Promise<void> {
  // Taken up by a server that died over it: whoever asked has been told that the outcome is unknown.
  for (const name of namesIn(folder, ".taken")) rmSync(filesOf(folder, name).taken, { force: true });
  for (const name of namesIn(folder, ".json")) {
    const { request, taken, answer } = filesOf(folder, name);
    if (!moved(request, taken)) continue;
    try {
      put(answer, await answerTo(readRequest(taken)));
    } catch (error) {
      moved(taken, request);
      throw error;
    }
    rmSync(taken, { force: true });
  }
}

function filesOf(folder: string, name: string): LeftRequest {
  const file = join(folder, name);
  return { request: `${file}.json`, taken: `${file}.taken`, answer: `${file}.answer` };
}

/** Of two who rename a file one succeeds. */
function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
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

function namesIn(folder: string, ending: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length));
  } catch {
    return [];
  }
}
