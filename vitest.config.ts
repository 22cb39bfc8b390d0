import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { LongFirst } from "./vitest-long-first.ts";

const existing = (...paths: string[]) => paths.filter((path) => existsSync(new URL(path, import.meta.url)));

/** Four kinds of tests: one package in Node, several packages in Node, components in jsdom, the whole in a browser. */
export default defineConfig({
  test: {
    // The system speaks of Vietnamese days; nothing may depend on the zone of the machine that runs the tests.
    env: { TZ: "UTC" },
    restoreMocks: true,
    maxWorkers: "100%",
    sequence: { sequencer: LongFirst },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          include: ["{shared,db,seed,server,client}/src/**/*.test.ts", "server/bin/**/*.test.ts"],
          // Modules beside these tests keep no state, so the files may share them: three times as fast.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          include: ["tests/**/*.test.ts"],
          // Every system under test is an object of its own, and nothing here replaces modules: loading them once is enough.
          isolate: false,
          globalSetup: existing("./tests/support/threads/global-setup.ts"),
          execArgv: ["--import", new URL("./tests/support/threads/bundled-threads.mjs", import.meta.url).href],
          testTimeout: 60_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: "dom",
          environment: "jsdom",
          include: ["client/src/**/*.test.tsx"],
          setupFiles: existing("./client/src/testing/setup.ts"),
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          environment: "node",
          include: ["tests/e2e/**/*.e2e.ts"],
          globalSetup: existing("./tests/e2e/global-setup.ts"),
          isolate: false,
          // A window mostly waits for its server or the server for it: two files at a time use two cores, more would not.
          maxWorkers: 2,
          // What a slow machine still has to do; a passing check does not wait for it.
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
