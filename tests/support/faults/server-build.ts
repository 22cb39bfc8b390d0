import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildServer } from "../../../server/bin/build-server.ts";
import { fingerprint } from "../../../server/bin/fingerprint.ts";
import type { BrokenCode } from "./broken-code.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const SOURCES = ["pnpm-lock.yaml", "shared/src", "server/src", "server/bin", "db/src", "seed/src"];
const CACHE = join(ROOT, "node_modules", ".cache", "bochiso-servers");
const KEEP_MS = 3_600_000;

/** The built `main.js` of the sources as they are. Made once per state of the code. */
export async function serverBuild(): Promise<string> {
  const output = join(CACHE, fingerprint({ root: ROOT, paths: SOURCES }).slice(0, 24));
  await made(output, (outdir) => buildServer({ root: ROOT, outdir }));
  return join(output, "main.js");
}

/** The folder of the built threads of the server and of `entries`, modules of tests given by their paths from the root. */
export async function threadsBuild(entries: readonly string[]): Promise<string> {
  const paths = [...SOURCES, ...entries.map((path) => dirname(path))];
  const output = join(CACHE, `threads-${fingerprint({ root: ROOT, paths }).slice(0, 24)}`);
  await made(output, (outdir) => buildServer({ root: ROOT, outdir, entries: ["server/src/main.ts", ...entries] }));
  return output;
}

/** The built `main.js` of the sources with code that is broken on purpose. */
export async function brokenBuild(broken: BrokenCode): Promise<string> {
  const sound = join(await serverBuild(), "..");
  const output = `${sound}-${fingerprintOf(broken)}`;
  await made(output, (outdir) => {
    cpSync(sound, outdir, { recursive: true });
    for (const edit of broken.edits) breakOnce(outdir, edit);
  });
  return join(output, "main.js");
}

/** An edit of a control must not find the build of its predecessor. */
function fingerprintOf({ name, edits }: BrokenCode): string {
  return `${name}-${Buffer.from(JSON.stringify(edits)).toString("base64url").slice(-12)}`;
}

function breakOnce(folder: string, { find, replace }: BrokenCode["edits"][number]): void {
  const files = readdirSync(folder).filter((name) => name.endsWith(".js"));
  const places = files.flatMap((name) => {
    const path = join(folder, name);
    const parts = readFileSync(path, "utf8").split(find);
    return parts.slice(1).map(() => ({ path, parts }));
  });
  const [place] = places;
  if (place === undefined || places.length > 1) {
    throw new Error(`"${find}" stands ${places.length} times in the built server, not once`);
  }
  writeFileSync(place.path, place.parts.join(replace));
}

async function made(output: string, make: (folder: string) => Promise<void> | void): Promise<void> {
  if (existsSync(output)) {
    // In use: a proof of an hour must find it at its end as well.
    utimesSync(output, new Date(), new Date());
    return;
  }
  mkdirSync(CACHE, { recursive: true });
  forgetOld();
  const folder = mkdtempSync(join(CACHE, "making-"));
  await make(folder);
  try {
    renameSync(folder, output);
  } catch {
    // Another process was first: its build is as good.
    rmSync(folder, { recursive: true, force: true });
  }
}

function forgetOld(): void {
  const now = Date.now();
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name);
    if (now - statSync(path).mtimeMs > KEEP_MS) rmSync(path, { recursive: true, force: true });
  }
}
