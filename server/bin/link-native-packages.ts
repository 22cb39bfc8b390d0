import { createRequire } from "node:module";
import { join, relative } from "node:path";
import type { Plugin } from "esbuild";

/**
 * Leaves packages with compiled parts outside the bundle and links them by their path: under pnpm they belong to the
 * package that uses them and cannot be found by name from the folder of the bundle.
 */
export function linkNativePackages({ outdir, packages }: { outdir: string; packages: readonly string[] }): Plugin {
  const filter = new RegExp(`^(${packages.map((name) => name.replaceAll("/", "\\/")).join("|")})$`);
  return {
    name: "link-native-packages",
    setup(build) {
      build.onResolve({ filter }, ({ path, resolveDir }) => {
        const target = createRequire(join(resolveDir, "importer.js")).resolve(path);
        return { path: relative(outdir, target), external: true };
      });
    },
  };
}
