import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ENTRY = fileURLToPath(new URL("../../server/dist/main.js", import.meta.url));
const START_LIMIT_MS = 60_000;

/** The built server as a process of its own, as `npm start` runs it. */
export interface ProductionServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>;
  /** Ends it without a word, as a power cut would. */
  kill(): Promise<void>;
}

export interface ProductionOptions {
  readonly dataDir: string;
  readonly demo: "1" | "real" | "0";
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** The built `main.js`; that of the repository unless told. */
  readonly entry?: string;
  /** Environment variables beside those of the tests. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** A server that was started, perhaps not yet ready. */
export interface LaunchedServer extends Pick<ProductionServer, "pid" | "stop" | "kill"> {
  /** Its address once it answers; rejected when it ends before. */
  readonly address: Promise<string>;
}

/** Starts the built server on a data directory and waits until it answers. The build must be there. */
export async function startProductionServer(options: ProductionOptions): Promise<ProductionServer> {
  const { address, ...server } = launchProductionServer(options);
  const url = await address;
  return { url, port: Number(new URL(url).port), ...server };
}

/** Starts the built server and does not wait. */
export function launchProductionServer(options: ProductionOptions): LaunchedServer {
  const { dataDir, demo, port = 0, entry = ENTRY, variables = {} } = options;
  const child = spawn(process.execPath, ["--enable-source-maps", entry], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      LOG_LEVEL: "error",
      // What a test reads must not move by itself.
      BOCHISO_SIMULATOR: "0",
      BOCHISO_DEMO: demo,
      BOCHISO_DATA_DIR: dataDir,
      ...variables,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // A test run that ends in the middle must not leave a server behind.
  const onExit = () => child.kill("SIGKILL");
  process.once("exit", onExit);
  child.once("exit", () => process.off("exit", onExit));
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  };
  const address = addressOf(child);
  // Who kills a server while it starts does not ask for its address.
  address.catch(() => undefined);
  return { address, pid: child.pid ?? 0, stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
}

/** The address that the server prints once it answers. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    const fail = (why: string) => {
      child.kill("SIGKILL");
      reject(new Error(`The server did not start (${why}).\n${lines.join("\n")}`));
    };
    const limit = setTimeout(() => fail("no address in time"), START_LIMIT_MS);
    const read = (line: string) => {
      lines.push(line);
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (address === undefined) return;
      clearTimeout(limit);
      resolve(address);
    };
    for (const stream of [child.stdout, child.stderr]) {
      if (stream !== null) createInterface({ input: stream }).on("line", read);
    }
    child.once("exit", (code) => {
      clearTimeout(limit);
      fail(`ended with ${code}`);
    });
  });
}
