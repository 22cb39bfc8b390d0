import { threadsBuild } from "../faults/server-build.ts";

/** Where `bundled-threads.mjs` finds the bundles. */
const PLACE = "BOCHISO_TEST_THREADS";
/** Modules of tests that are started as threads. */
const ENTRIES = ["tests/contract/fixtures/writer-entry.ts"];

/** Bundles the threads of the sources as they are; the test processes that start later inherit the variable. */
export default async function setup(): Promise<void> {
  process.env[PLACE] = await threadsBuild(ENTRIES);
}
