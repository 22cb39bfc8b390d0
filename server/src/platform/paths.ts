import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const MARK = "pnpm-workspace.yaml";

/** Root of the installation: the nearest folder above that holds the workspace file. The same for sources and bundle. */
export function repositoryRoot(from: string = dirname(fileURLToPath(import.meta.url))): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, MARK))) return folder;
    if (folder === dirname(folder)) throw new Error(`No ${MARK} above ${from}: the installation is incomplete.`);
  }
}
