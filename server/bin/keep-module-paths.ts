import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { Plugin } from "esbuild";

const THREAD = /new URL\(\s*(["'])(\.[^"']*\.ts)\1\s*,\s*import\.meta\.url\s*,?\s*\)/g;

/** What a source file becomes, and which threads it starts. */
export interface KeptModule {
  readonly code: string;
  readonly threads: readonly string[];
}

/**
 * Makes `import.meta` mean in the bundle what it means in the source: paths to migrations and data stay those of the
 * source file, and `new URL("./x.ts", import.meta.url)`, the address of a thread, becomes that of its bundle.
 */
export function keepModule({ code, path, outdir }: { code: string; path: string; outdir: string }): KeptModule {
  const threads: string[] = [];
  const withThreads = code.replaceAll(THREAD, (whole, _quote, specifier: string) => {
    const target = resolve(dirname(path), specifier);
    if (!existsSync(target)) return whole;
    threads.push(target);
    return `new URL("./${basename(target, ".ts")}.js", import.meta["url"])`;
  });
  const here = `new URL(${JSON.stringify(relative(outdir, path))}, import.meta["url"])`;
  const kept = withThreads
    .replaceAll(/\bimport\.meta\.url\b/g, `${here}.href`)
    .replaceAll(/\bimport\.meta\.filename\b/g, `decodeURIComponent(${here}.pathname)`)
    .replaceAll(/\bimport\.meta\.dirname\b/g, `decodeURIComponent(new URL(".", ${here}).pathname.slice(0, -1))`)
    .replaceAll(/\bimport\.meta\["url"\]/g, "import.meta.url");
  return { code: kept, threads };
}

/** The esbuild plugin around `keepModule`; adds each thread it meets to `threads` as a path from the root. */
export function keepModulePaths(options: { root: string; outdir: string; threads: Set<string> }): Plugin {
  const { root, outdir, threads } = options;
  return {
    name: "keep-module-paths",
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (path.includes("/node_modules/") || !path.startsWith(join(root, "/"))) return undefined;
        const kept = keepModule({ code: await readFile(path, "utf8"), path, outdir });
        for (const thread of kept.threads) threads.add(relative(root, thread));
        return { contents: kept.code, loader: "ts" };
      });
    },
  };
}
