import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { seededTemplate } from "../support/seeded-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A data directory to copy from. */
    seededData: string;
  }
}

const BUILD = fileURLToPath(new URL("../../server/bin/build.ts", import.meta.url));

/** Builds what is stale and seeds a data directory, once for all browser tests. */
export default async function setup(project: TestProject): Promise<void> {
  const built = spawnSync(process.execPath, [BUILD, "--if-stale"], { stdio: "inherit" });
  if (built.status !== 0) throw new Error("The build failed; the message above says where.");
  project.provide("seededData", await seededTemplate("1"));
}
