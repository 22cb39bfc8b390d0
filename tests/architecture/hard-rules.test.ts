import { describe, expect, it } from "vitest";
import { checkTree } from "../quality/check-tree.ts";
import { fixtureTree } from "./fixture-tree.ts";

type Sources = Readonly<Record<string, string>>;

/** A small tree in which everything is as it should be. */
const SOUND: Sources = {
  "shared/src/period/index.ts": `export { Period } from "./period.ts";`,
  "shared/src/period/period.ts": `import { z } from "zod"; export const Period = z.string();`,
  "db/src/open/index.ts": `import Database from "better-sqlite3";
    import { Period } from "@bochiso/shared/period"; import { sql } from "drizzle-orm";
    export const open = () => [new Database("x"), Period, sql\`select 1\`];`,
  "server/src/trpc/root.ts": `import { open } from "@bochiso/db/open"; export type AppRouter = ReturnType<typeof open>;`,
  "server/src/platform/clock.ts": `export const clock = () => Date.now();`,
  "client/src/lib/trpc.ts": `import type { AppRouter } from "@bochiso/server/router"; export type R = AppRouter;`,
  "client/src/charts/trend.tsx": `import { LineChart } from "recharts"; export const Trend = () => <LineChart />;`,
  "client/src/lib/trpc.test.ts": `import { it } from "vitest"; it("now", () => void new Date());`,
};

function rulesBroken(sources: Sources, minimumModules = 1): string[] {
  using tree = fixtureTree({ ...SOUND, ...sources });
  const { findings } = checkTree({ root: tree.root, minimumModules, git: tree.files });
  return findings.map(({ rule, path }) => `${rule} ${path}`);
}

describe("the hard rules", () => {
  it("find nothing in a sound tree", () => {
    expect(rulesBroken({})).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ["shared using db", "imports-point-down", "shared/src/a/a.ts", `import { open } from "@bochiso/db/open";`],
    [
      "db using server types",
      "imports-point-down",
      "db/src/a/a.ts",
      `import type { R } from "@bochiso/server/router";`,
    ],
    [
      "client using the router at run time",
      "imports-point-down",
      "client/src/a.ts",
      `import { R } from "@bochiso/server/router";`,
    ],
    [
      "client with inline type imports only",
      "imports-point-down",
      "client/src/a.ts",
      `import { type R } from "@bochiso/server/router";`,
    ],
    [
      "client using db lazily",
      "imports-point-down",
      "client/src/a.ts",
      `export const a = () => import("@bochiso/db/open");`,
    ],
    [
      "an import type that points up",
      "imports-point-down",
      "shared/src/a/a.ts",
      `export type A = import("@bochiso/db/open").A;`,
    ],
    ["a re-export that points up", "imports-point-down", "shared/src/a/a.ts", `export * from "@bochiso/db/open";`],
    [
      "a relative path into another package",
      "through-exports",
      "server/src/a.ts",
      `export * from "../../shared/src/period/period.ts";`,
    ],
    ["a subpath that is not exported", "import-exists", "server/src/a.ts", `import "@bochiso/shared/period/period";`],
    ["a package without its subpath", "import-exists", "server/src/a.ts", `import "@bochiso/shared";`],
    ["a file that is not there", "import-exists", "server/src/a.ts", `import "./absent.ts";`],
    ["Node in shared", "shared-is-pure", "shared/src/a/a.ts", `import { readFileSync } from "node:fs";`],
    ["a library in shared", "shared-is-pure", "shared/src/a/a.ts", `import pino from "pino";`],
    ["Node in the client", "client-runs-in-browsers", "client/src/a.ts", `import "node:fs";`],
    [
      "recharts on a home screen",
      "charts-own-recharts",
      "client/src/features/home/a.tsx",
      `import { LineChart } from "recharts";`,
    ],
    ["a driver outside db", "database-drivers-in-db", "server/src/a.ts", `import pg from "pg";`],
    [
      "a drizzle subpath outside db",
      "database-drivers-in-db",
      "server/src/a.ts",
      `import { x } from "drizzle-orm/pg-core";`,
    ],
    ["product code importing a test", "product-knows-no-tests", "client/src/a.ts", `import "./lib/trpc.test.ts";`],
    ["a root barrel", "no-root-barrel", "shared/src/index.ts", `export const a = 1;`],
    ["the clock in shared", "clock-and-chance-passed-in", "shared/src/a/a.ts", `export const a = Date.now();`],
    ["the clock handed on", "clock-and-chance-passed-in", "server/src/a.ts", `export const now = Date.now;`],
    ["today in a component", "clock-and-chance-passed-in", "client/src/ui/a.tsx", `export const a = new Date();`],
    ["chance in seed", "clock-and-chance-passed-in", "seed/src/a/a.ts", `export const a = Math.random();`],
    [
      "a query in the server",
      "sql-in-db",
      "server/src/a.ts",
      "export const q = `select value from observation where id = 1`;",
    ],
    [
      "a tagged query in the server",
      "sql-in-db",
      "server/src/a.ts",
      "declare const sql: (s: TemplateStringsArray) => void; sql`1`;",
    ],
    [
      "a silent suppression",
      "suppression-reason",
      "db/src/a/a.ts",
      "// biome-ignore lint/suspicious/noExplicitAny: x\nexport const a = 1;",
    ],
    [
      "a lint directive without a reason",
      "suppression-reason",
      "db/src/a/a.ts",
      "// oxlint-disable-next-line no-console\nexport const a = 1;",
    ],
    [
      "a type error suppressed without a reason",
      "suppression-reason",
      "db/src/a/a.ts",
      "// @ts-expect-error\nexport const a = 1;",
    ],
    [
      "a type error ignored",
      "suppression-reason",
      "db/src/a/a.ts",
      "// @ts-ignore because I say so, really\nexport const a = 1;",
    ],
    [
      "a path of one machine",
      "no-local-paths",
      "server/src/a.ts",
      `export const a = "${["", "home", "lan", "x"].join("/")}";`,
    ],
  ])("find %s", (_case, rule, path, code) => {
    expect(rulesBroken({ [path]: code })).toContain(`${rule} ${path}`);
  });

  it("find a cycle through three files and name all of them", () => {
    using tree = fixtureTree({
      "shared/src/a/a.ts": `export * from "./b.ts";`,
      "shared/src/a/b.ts": `import type { C } from "./c.ts"; export type B = C;`,
      "shared/src/a/c.ts": `import type { B } from "./a.ts"; export type C = B | 1;`,
      "shared/src/a/outside.ts": `export * from "./a.ts";`,
    });
    const { findings } = checkTree({ root: tree.root, minimumModules: 4, git: tree.files });
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      "no-cycles: shared/src/a/a.ts ↔ shared/src/a/b.ts ↔ shared/src/a/c.ts",
    ]);
  });

  it("find a cycle between packages even when each import is allowed for itself", () => {
    const broken = rulesBroken({
      "tests/a.ts": `export * from "../client/src/b.ts";`,
      "client/src/b.ts": `export * from "../../tests/a.ts";`,
    });
    expect(broken).toContain("no-cycles client/src/b.ts");
  });

  it.each([
    ["the forms of imports inside comments and strings", `// import "pg"\nexport const a = 'import pg from "pg"';`],
    ["dates that are given", `export const a = new Date(0);`],
    ["durations by the monotonic clock", `export const a = performance.now();`],
    [
      "suppressions with a reason",
      "// oxlint-disable-next-line no-console -- the command line talks to its user\nexport const a = 1;",
    ],
    ["English that starts like SQL", `export const a = "Select an area from the list";`],
  ])("leave alone %s", (_case, code) => {
    expect(rulesBroken({ "server/src/a.ts": code })).toEqual([]);
  });
});

describe("the guard against seeing nothing", () => {
  it("fails when fewer modules are seen than the baseline asks for", () => {
    expect(rulesBroken({}, 1000)).toEqual(["sees-every-module ."]);
  });

  it("fails when git and the disk disagree about what exists", () => {
    using tree = fixtureTree(SOUND);
    const git = [...tree.files.filter((file) => file !== "client/src/lib/trpc.ts"), "client/src/ghost.ts"];
    const { findings } = checkTree({
      root: tree.root,
      minimumModules: 1,
      git: git.filter((file) => !file.includes("ghost")),
    });
    expect(findings.map(({ path }) => path)).toEqual(["client/src/lib/trpc.ts"]);
  });

  it("refuses a file that cannot be parsed instead of taking it for empty", () => {
    expect(() => rulesBroken({ "server/src/a.ts": "export const = ;" })).toThrow("server/src/a.ts");
  });
});
