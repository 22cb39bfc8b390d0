import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { entryGraph, FIRST_LOAD_BUDGET, totalOf, withClientBuild } from "../support/first-load.ts";
import type { Proof, ProofResult } from "./kit/proof-definition.ts";

/** The weight of what a browser fetches before the home screen, against its budget. */
export const proof: Proof = {
  promise: `The scripts of the home screen weigh at most ${FIRST_LOAD_BUDGET} bytes after gzip.`,
  run: () => withClientBuild(measure),
};

async function measure(dist: string): Promise<ProofResult> {
  const scripts = await entryGraph(dist);
  const total = totalOf(scripts);
  const everything = await allScripts(dist);
  return {
    figures: {
      scripts: scripts.length,
      gzippedBytes: total,
      budgetBytes: FIRST_LOAD_BUDGET,
      heaviest: `${scripts[0]?.file ?? "none"} ${scripts[0]?.gzipped ?? 0}`,
      allScriptsGzippedBytes: everything,
    },
    passed: scripts.length > 0 && total <= FIRST_LOAD_BUDGET,
    control: {
      broken: "every page's scripts loaded at once",
      failed: everything > FIRST_LOAD_BUDGET,
    },
  };
}

async function allScripts(dist: string): Promise<number> {
  const files = (await readdir(join(dist, "assets"))).filter((file) => file.endsWith(".js"));
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(join(dist, "assets", file))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
