import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { startProductionServer } from "../support/production-server.ts";
import { seededTemplate } from "../support/seeded-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A data directory to copy from. */
    seededData: string;
    /** The system that files share which only read. */
    sharedUrl: string;
  }
}

const BUILD = fileURLToPath(new URL("../../server/bin/build.ts", import.meta.url));

/**
 * Builds what is stale, seeds a data directory and starts the system that only reading files share, once for all browser
 * tests; returns what ends it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = spawnSync(process.execPath, [BUILD, "--if-stale"], { stdio: "inherit" });
  if (built.status !== 0) throw new Error("The build failed; the message above says where.");
  const seededData = await seededTemplate("1");
  const dataDir = mkdtempSync(join(tmpdir(), "bochiso-e2e-shared-"));
  cpSync(seededData, dataDir, { recursive: true });
  const server = await startProductionServer({ dataDir, demo: "1" });
  project.provide("seededData", seededData);
  project.provide("sharedUrl", server.url);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
