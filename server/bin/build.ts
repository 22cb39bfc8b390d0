import { existsSync, rmSync } from "node:fs";
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

/** Builds what is stale (`--if-stale`) or everything. */
async function build(): Promise<void> {
  const root = repositoryRoot();
  for (const target of TARGETS) {
    const output = join(root, target.output);
    const stamp = join(output, ".fingerprint");
    const hash = fingerprint({ root, paths: target.sources });
    if (process.argv.includes("--if-stale") && isFresh({ stamp, hash })) continue;
    console.log(`· Building the ${target.name} …`);
    if (existsSync(output)) rmSync(output, { recursive: true });
    await target.build({ root });
    writeStamp({ stamp, hash });
  }
}

await build();
