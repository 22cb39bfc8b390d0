import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** What the scripts of a first page may weigh, gzipped. Source: the budget of the home screen. */
export const FIRST_LOAD_BUDGET = 170_000;

/** A script that a browser fetches before the home screen can be drawn. */
export interface LoadedScript {
  readonly file: string;
  /** Bytes after gzip. */
  readonly gzipped: number;
}

const SCRIPT_OF_PAGE = /(?:src|href)="\/(assets\/[^"]+\.js)"/g;
/** `import … from "./x.js"` and `import "./x.js"`; a dynamic `import("./x.js")` loads later. */
const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g;

/** The scripts of `index.html` with everything they import statically, heaviest first. */
export async function entryGraph(dist: string): Promise<LoadedScript[]> {
  const page = await readFile(join(dist, "index.html"), "utf8");
  const waiting = [...page.matchAll(SCRIPT_OF_PAGE)].flatMap(([, file]) => file ?? []);
  const seen = new Map<string, LoadedScript>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    const text = await readFile(join(dist, file), "utf8");
    seen.set(file, { file, gzipped: gzipSync(text).length });
    waiting.push(...[...text.matchAll(STATIC_IMPORT)].map(([, name]) => `assets/${name}`));
  }
  return [...seen.values()].toSorted((a, b) => b.gzipped - a.gzipped);
}

/** Bytes of all of them. */
export function totalOf(scripts: readonly LoadedScript[]): number {
  return scripts.reduce((sum, { gzipped }) => sum + gzipped, 0);
}

/** Builds the client as it ships into a folder of its own, and removes it after use. */
export async function withClientBuild<T>(use: (dist: string) => Promise<T>): Promise<T> {
  const dist = await mkdtemp(join(tmpdir(), "bochiso-client-"));
  try {
    const cwd = fileURLToPath(new URL("../../client", import.meta.url));
    const vite = spawn(
      join(cwd, "node_modules", ".bin", "vite"),
      ["build", "--logLevel", "warn", "--outDir", dist, "--emptyOutDir"],
      { cwd, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, NODE_ENV: "production" } },
    );
    const [code] = await once(vite, "exit");
    if (code !== 0) throw new Error(`vite build ended with ${code}`);
    return await use(dist);
  } finally {
    await rm(dist, { recursive: true, force: true });
  }
}
