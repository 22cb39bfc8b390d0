import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** Folder of the seed data: a path, or a `file:` URL that ends in `/`. */
export type DataDir = string | URL;

/** The folder beside this package. A bundle moves this module, so the server passes its own. */
export function defaultDataDir(): URL {
  return new URL("../../data/", import.meta.url);
}

/** Text of a seed file, such as `catalog/home.json`. */
export function readDataText(dataDir: DataDir, path: string): string {
  const base = typeof dataDir === "string" ? pathToFileURL(`${dataDir.replace(/\/$/, "")}/`) : dataDir;
  return readFileSync(new URL(path, base), "utf8");
}

/** A seed file as JSON, to be parsed by the caller's schema. */
export function readDataJson(dataDir: DataDir, path: string): unknown {
  return JSON.parse(readDataText(dataDir, path));
}
