import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { add, type Counts, NONE, summaryLine } from "./counts.ts";
import { installSystemPackages } from "./system-packages.ts";
import { vitestCounts } from "./vitest-counts.ts";

const RESULTS = "test-results";

interface Stage {
  readonly name: string;
  readonly run: () => Counts;
}

const check = (name: string, ...command: readonly string[]): Stage => ({
  name,
  run: () => asOneTest(exitCodeOf(command) === 0),
});

const vitest = (name: string, project: string): Stage => ({
  name,
  run: () => {
    const output = join(RESULTS, `vitest-${project}.json`);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${output}`];
    const exitCode = exitCodeOf(["vitest", "run", "--project", project, ...reporters]);
    return vitestCounts({ report: existsSync(output) ? readFileSync(output, "utf8") : undefined, exitCode });
  },
});

/** Every stage runs, also after a failure: one run says all there is to mend. Each check counts as one test. */
const STAGES: readonly Stage[] = [
  { name: "browser and database", run: () => asOneTest(installSystemPackages()) },
  check("types", "tsc", "-p", "tsconfig.json", "--noEmit"),
  check("format and lint", "biome", "check", "--error-on-warnings", "."),
  check("lint with types", "oxlint"),
  check("structure", "node", "tests/quality/quality.ts"),
  check("build", "node", "server/bin/build.ts"),
  check("seeded data", "node", "tests/bin/seed-templates.ts"),
  vitest("unit tests", "unit"),
  vitest("integration tests", "node"),
  vitest("component tests", "dom"),
  vitest("browser tests", "e2e"),
];

function asOneTest(passed: boolean): Counts {
  return { ...NONE, ...(passed ? { passed: 1 } : { failed: 1 }) };
}

function exitCodeOf([command = "", ...args]: readonly string[]): number {
  const done = spawnSync(command, args, { stdio: "inherit" });
  if (done.error) console.error(done.error.message);
  return done.status ?? 1;
}

function runAll(): number {
  mkdirSync(RESULTS, { recursive: true });
  const rows: string[] = [];
  let total = NONE;
  for (const { name, run } of STAGES) {
    console.log(`\n── ${name} ${"─".repeat(Math.max(0, 76 - name.length))}`);
    const started = performance.now();
    const counts = run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    rows.push(`${counts.failed > 0 ? "✗" : "✓"} ${name.padEnd(28)} ${seconds.padStart(6)} s   ${summaryLine(counts)}`);
    total = add(total, counts);
  }
  console.log(`\n${rows.join("\n")}\n\n${summaryLine(total)}`);
  writeFileSync(join(RESULTS, "summary.txt"), `${summaryLine(total)}\n`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

process.exitCode = runAll();
