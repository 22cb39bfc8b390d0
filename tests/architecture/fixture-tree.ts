import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PACKAGES } from "../quality/source-tree.ts";

export interface FixtureTree extends Disposable {
  readonly root: string;
  readonly files: readonly string[];
}

const EXPORTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  server: { "./router": { types: "./src/trpc/root.ts" } },
};

/** Writes a small workspace to a temporary folder: manifests of all packages and the given files. */
export function fixtureTree(sources: Readonly<Record<string, string>>): FixtureTree {
  const root = mkdtempSync(join(tmpdir(), "bcs-tree-"));
  const manifests = PACKAGES.map((name): [string, string] => [
    `${name}/package.json`,
    JSON.stringify({ name: `@bochiso/${name}`, exports: EXPORTS[name] ?? { "./*": "./src/*/index.ts" } }),
  ]);
  const files: Record<string, string> = { ...Object.fromEntries(manifests), ...sources };
  for (const [path, code] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), code);
  }
  return {
    root,
    files: Object.keys(files),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}
