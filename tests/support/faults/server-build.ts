import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { buildServer } from "../../../server/bin/build-server.ts";
import { fingerprint } from "../../../server/bin/fingerprint.ts";
import type { BrokenCode } from "./broken-code.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const SOURCES = ["pnpm-lock.yaml", "shared/src", "server/src", "server/bin", "db/src", "seed/src"];
const CACHE = join(ROOT, "node_modules", ".cache", "bochiso-servers");
const KEEP_MS = 3_600_000;

/** The built `main.js` of the sources as they are, or of sources broken in one place. Made once per state of the code. */
export async function serverBuild(broken?: BrokenCode): Promise<string> {
  const name = `${broken === undefined ? "sound" : broken.name}-${fingerprint({ root: ROOT, paths: SOURCES }).slice(0, 24)}`;
  // An edit of the control itself must not find an older build of the same name.
  const mark = broken === undefined ? "" : `-${JSON.stringify(broken.edits).length}`;
  const output = join(CACHE, `${name}${mark}`);
  if (!existsSync(output)) await make(output, broken);
  return join(output, "main.js");
}

async function make(output: string, broken: BrokenCode | undefined): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  forgetOld();
  const outdir = mkdtempSync(join(CACHE, "making-"));
  let met = 0;
  const alter = (code: string, path: string): string => {
    if (relative(ROOT, path) !== broken?.file) return code;
    met += 1;
    return broken.edits.reduce(edited, code);
  };
  await buildServer({ root: ROOT, outdir, alter });
  if (broken !== undefined && met === 0) throw new Error(`${broken.file} is no part of the server`);
  try {
    renameSync(outdir, output);
  } catch {
    // Another process was first: its build is as good.
    rmSync(outdir, { recursive: true, force: true });
  }
}

function edited(code: string, { find, replace }: BrokenCode["edits"][number]): string {
  const parts = code.split(find);
  if (parts.length !== 2) throw new Error(`"${find}" stands ${parts.length - 1} times in the source to break, not once`);
  return parts.join(replace);
}

function forgetOld(): void {
  const now = Date.now();
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name);
    if (now - statSync(path).mtimeMs > KEEP_MS) rmSync(path, { recursive: true, force: true });
  }
}
