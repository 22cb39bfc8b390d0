import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const NOT_BUILT = /\/(node_modules|dist)\/|\.test\.tsx?$/;

/** Hash of the content and the relative names of all files under the given paths; absent paths count as absent. */
export function fingerprint({ root, paths }: { root: string; paths: readonly string[] }): string {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of filesUnder(join(root, path))) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

/** True when the output was made from exactly these sources. */
export function isFresh({ stamp, hash }: { stamp: string; hash: string }): boolean {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}

/** Remembers what the output was made from; called last, so that a broken build stays stale. */
export function writeStamp({ stamp, hash }: { stamp: string; hash: string }): void {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !NOT_BUILT.test(file))
    .sort();
}
