import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { postgresBinaries } from "./postgres-binaries.ts";
import { unprivilegedUser } from "./unprivileged-user.ts";

export interface PostgresOptions {
  /** "fast" switches fsync off; only for tests that say nothing about durability. Default "durable", as in production. */
  readonly durability?: "durable" | "fast";
  /** Extra server settings, such as `{ max_connections: "300" }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface PostgresCluster {
  /** Connection string of the maintenance database, as the superuser `postgres`. */
  readonly url: string;
  /**
   * Creates a database, replacing one of the same name, and gives its connection string: an empty one, or a copy of the
   * database `from`, to which nobody may be connected meanwhile.
   */
  createDatabase(name: string, from?: string): Promise<string>;
  /** Stops the server at once and removes its files. Safe to call twice. */
  stop(): Promise<void>;
}

const run = promisify(execFile);
const START_LIMIT_MS = 30_000;
const POLL_MS = 25;
const FAST = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/**
 * The server lives under a shell that waits on a pipe from this process. However this process ends (also by SIGKILL),
 * the pipe closes, and the shell stops the server and removes the folder: no test run leaves a cluster behind.
 * An immediate stop (QUIT) is right because nothing of the cluster is kept.
 */
const GUARD = `
folder=$1; shift
"$@" </dev/null >"$folder/log" 2>&1 &
server=$!
read -r _
kill -QUIT "$server" 2>/dev/null
wait "$server"
cd / && rm -rf "$folder"
`;

/** Starts a throw-away PostgreSQL on a unix socket in a temporary folder; takes about a second. */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresCluster> {
  const binaries = postgresBinaries();
  const user = unprivilegedUser();
  // Socket paths are limited to 107 bytes, so the folder is short and never nested under a long TMPDIR.
  const folder = mkdtempSync(join(tmpdir().length > 60 ? "/tmp" : tmpdir(), "bcs-pg-"));
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  if (user) for (const path of [folder, data]) chownSync(path, user.uid, user.gid);
  const as = { ...user, cwd: folder, env: { ...process.env, HOME: folder, LC_ALL: "C.UTF-8", TZ: "UTC" } };
  try {
    await run(join(binaries, "initdb"), initdbArguments(data), as);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  const server = [join(binaries, "postgres"), "-D", data, "-k", folder, ...settingArguments(options)];
  const guard = spawn("/bin/sh", ["-c", GUARD, "guard", folder, ...server], {
    ...as,
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  letProcessEnd(guard);
  const stop = () => stopGuard(guard);
  try {
    await waitUntilReady(folder, guard);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: urlOf(folder, "postgres"),
    createDatabase: (name, from) => createDatabase(folder, name, from),
    stop,
  };
}

function initdbArguments(data: string): string[] {
  return ["-D", data, "-U", "postgres", "--auth-local=trust", "--auth-host=reject"].concat([
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
    "--no-instructions",
  ]);
}

function settingArguments({ durability = "durable", settings = {} }: PostgresOptions): string[] {
  const all = {
    listen_addresses: "",
    max_connections: "200",
    timezone: "UTC",
    unix_socket_permissions: "0777",
    ...(durability === "fast" ? FAST : {}),
    ...settings,
  };
  return Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

function urlOf(folder: string, database: string): string {
  return `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`;
}

async function waitUntilReady(folder: string, guard: ChildProcess): Promise<void> {
  const limit = Date.now() + START_LIMIT_MS;
  for (;;) {
    try {
      await query(folder, "postgres", "select 1");
      return;
    } catch (error) {
      if (Date.now() > limit || guard.exitCode !== null || serverGaveUp(folder)) {
        throw new Error(`PostgreSQL did not start.\n${logOf(folder)}`, { cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}

function serverGaveUp(folder: string): boolean {
  return /FATAL: (?! *the database system is starting up)/.test(logOf(folder));
}

function logOf(folder: string): string {
  try {
    return readFileSync(join(folder, "log"), "utf8");
  } catch {
    return "";
  }
}

async function createDatabase(folder: string, name: string, from = "template0"): Promise<string> {
  for (const each of [name, from])
    if (!/^[a-z][a-z0-9_]{0,62}$/.test(each)) throw new Error(`Not a database name: ${each}`);
  await query(folder, "postgres", `drop database if exists ${name} with (force)`);
  await query(folder, "postgres", `create database ${name} template ${from}`);
  return urlOf(folder, name);
}

async function query(folder: string, database: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(folder, database) });
  // A server stopped under an idle connection must not crash the test process.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Without this a test process that forgets `stop()` would wait for its own guard for ever. */
function letProcessEnd(guard: ChildProcess): void {
  guard.unref();
  const stdin: unknown = guard.stdin;
  if (stdin && typeof stdin === "object" && "unref" in stdin && typeof stdin.unref === "function") stdin.unref();
}

async function stopGuard(guard: ChildProcess): Promise<void> {
  if (guard.exitCode !== null || guard.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => guard.once("exit", () => resolve()));
  guard.ref();
  guard.stdin?.end();
  await ended;
}
