import { rmSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../src/platform/paths.ts";
import { buildClient } from "./build-client.ts";
import { buildServer } from "./build-server.ts";
import { fingerprint, isFresh, writeStamp } from "./fingerprint.ts";

interface Target {
  readonly name: string;
  readonly output: string;
  readonly sources: readonly string[];
  readonly build: (options: { root: string }) => Promise<void>;
}

const COMMON = ["pnpm-lock.yaml", "shared/src"];
const TARGETS: readonly Target[] = [
  {
    name: "client",
    output: "client/dist",
    // The maps are drawn from the boundaries at build time.
    sources: [...COMMON, "client", "seed/data/geo"],
    build: buildClient,
  },
  {
    name: "server",
    output: "server/dist",
    sources: [...COMMON, "server/src", "server/bin", "db/src", "seed/src", "seed/data"],
    build: buildServer,
  },
];

/** Builds what is stale (`--if-stale`) or everything; one broken target does not hide the faults of the other. */
async function build(): Promise<number> {
  const root = repositoryRoot();
  let failures = 0;
  for (const target of TARGETS) {
    const output = join(root, target.output);
    const stamp = join(output, ".fingerprint");
    const hash = fingerprint({ root, paths: target.sources });
    if (process.argv.includes("--if-stale") && isFresh({ stamp, hash })) continue;
    console.log(`· Building the ${target.name} …`);
    rmSync(output, { recursive: true, force: true });
    try {
      await target.build({ root });
      writeStamp({ stamp, hash });
    } catch (error) {
      failures++;
      console.error(
        `✗ The ${target.name} could not be built: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  return failures;
}

process.exitCode = (await build()) > 0 ? 1 : 0;
