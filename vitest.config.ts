import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

const existing = (...paths: string[]) => paths.filter((path) => existsSync(new URL(path, import.meta.url)));

/** Three kinds of tests: plain Node, components in jsdom, and the whole system in a real browser. */
export default defineConfig({
  test: {
    // The system speaks of Vietnamese days; nothing may depend on the zone of the machine that runs the tests.
    env: { TZ: "UTC" },
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          include: ["{shared,db,seed,server,client}/src/**/*.test.ts", "server/bin/**/*.test.ts", "tests/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/dist/**", "tests/e2e/**"],
          testTimeout: 30_000,
          hookTimeout: 120_000,
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
          // One browser and one server at a time: two cores must not turn slowness into failures.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
