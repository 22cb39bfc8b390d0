import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

/** Packages from top to bottom: an import may only point at a package further down. */
export const PACKAGES = ["tests", "client", "server", "seed", "db", "shared"] as const;
export type PackageName = (typeof PACKAGES)[number];

const SKIPPED = new Set(["node_modules", "dist", ".git", "test-results", "coverage", ".cache"]);

/** TypeScript files below the packages and at the root, as paths from the root, found on the disk. */
export function typescriptFiles(root: string): string[] {
  const atRoot = readdirSync(root).filter(isTypeScript);
  const inPackages = PACKAGES.filter((name) => existsSync(join(root, name))).flatMap((name) => walk(join(root, name)));
  return [...atRoot, ...inPackages.map((file) => relative(root, file))].sort();
}

/** Files of the working tree as git knows them (tracked, or new and not ignored): the second opinion on what exists. */
export function gitFiles(root: string): string[] {
  const list = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 << 20,
  });
  return [...new Set(list.split("\0"))].filter((path) => path !== "" && existsSync(join(root, path))).sort();
}

/** Package a path belongs to; undefined for files at the root. */
export function packageOf(path: string): PackageName | undefined {
  return PACKAGES.find((name) => path.startsWith(`${name}/`));
}

export function isTypeScript(path: string): boolean {
  return /\.tsx?$/.test(path) && !path.endsWith(".d.ts");
}

/** True for tests and for what exists only for them. */
export function isTest(path: string): boolean {
  return /\.(test|e2e)\.tsx?$/.test(path) || path.startsWith("tests/") || /\/src\/(.*\/)?testing\//.test(path);
}

/** True for the tools under `tests` that are not tests themselves: they must not flatter the ratio of tests. */
export function isWorkshop(path: string): boolean {
  return /^tests\/(quality|bin|proofs)\//.test(path) && !/\.test\.tsx?$/.test(path);
}

/** True for what runs in production: below `src`, not a test. */
export function isProduct(path: string): boolean {
  return /^[a-z]+\/src\//.test(path) && !isTest(path);
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walk(path);
    return isTypeScript(entry.name) ? [path] : [];
  });
}
