import { basename, join } from "node:path";
import { build } from "esbuild";
import { keepModulePaths } from "./keep-module-paths.ts";
import { linkNativePackages } from "./link-native-packages.ts";

const NATIVE = ["better-sqlite3", "@node-rs/argon2"] as const;

/** CommonJS dependencies inside an ES module bundle still ask for `require` and the folder they are in. */
const BANNER = `import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);
const __filename = import.meta.filename, __dirname = import.meta.dirname;`;

/**
 * Bundles the server and each of its threads into `server/dist`: one file to read at start instead of a thousand.
 * Threads are found as `new URL("./x.ts", import.meta.url)`; they can start further threads, so this repeats until no
 * new one appears. `outdir` is `server/dist` and `entries` the server alone unless told.
 */
export async function buildServer(options: {
  root: string;
  outdir?: string;
  /** Paths from the root; each becomes a file of the same name. */
  entries?: readonly string[];
}): Promise<void> {
  const { root, outdir = join(root, "server", "dist"), entries = ["server/src/main.ts"] } = options;
  const threads = new Set<string>();
  for (;;) {
    const known = threads.size;
    await bundle({ root, outdir, entries, threads });
    if (threads.size === known) return;
  }
}

interface Bundle {
  readonly root: string;
  readonly outdir: string;
  readonly entries: readonly string[];
  /** Those that were met are added. */
  readonly threads: Set<string>;
}

async function bundle({ root, outdir, entries, threads }: Bundle): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries([...entries, ...threads].map((path) => [basename(path, ".ts"), path])),
    outdir,
    bundle: true,
    splitting: true,
    chunkNames: "chunk-[hash]",
    format: "esm",
    platform: "node",
    target: "node24",
    sourcemap: true,
    sourcesContent: false,
    keepNames: true,
    legalComments: "linked",
    logLevel: "warning",
    banner: { js: BANNER },
    external: ["pg-native", "cloudflare:sockets"],
    plugins: [linkNativePackages({ outdir, packages: NATIVE }), keepModulePaths({ root, outdir, threads })],
  });
}
