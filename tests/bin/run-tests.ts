import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { add, type Counts, NONE, summaryLine } from "./counts.ts";
import { runCommand } from "./run-command.ts";
import { installSystemPackages } from "./system-packages.ts";
import { vitestCounts } from "./vitest-counts.ts";

const RESULTS = "test-results";
/** Every process of the run reads what an earlier one compiled; a run that starts from a fresh checkout fills it itself. */
const COMPILED = join("node_modules", ".cache", "node-compile");

/** What a stage came to, and what it said where it does not say it at once. */
interface Outcome {
  readonly counts: Counts;
  readonly said?: string;
}

interface Stage {
  readonly name: string;
  readonly run: (said: "at once" | "at the end") => Outcome | Promise<Outcome>;
}

const check = (name: string, ...command: readonly string[]): Stage => ({
  name,
  run: async (when) => {
    const { exitCode, said } = await runCommand(command, when);
    return { counts: asOneTest(exitCode === 0), said };
  },
});

const vitest = (name: string, project: string): Stage => ({
  name,
  run: async (when) => {
    const output = join(RESULTS, `vitest-${project}.json`);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${output}`];
    const { exitCode, said } = await runCommand(["vitest", "run", "--project", project, ...reporters], when);
    const report = existsSync(output) ? readFileSync(output, "utf8") : undefined;
    return { counts: vitestCounts({ report, exitCode }), said };
  },
});

/**
 * Every stage runs, also after a failure: one run says all there is to mend. Each check counts as one test. Steps follow
 * one another; the lanes of a step run side by side where they use one core each. The tests have the machine to themselves.
 */
const STEPS: readonly (readonly (readonly Stage[])[])[] = [
  [[{ name: "browser and database", run: () => ({ counts: asOneTest(installSystemPackages()) }) }]],
  [
    [
      // Beside another lane, more threads would only do the same work several times.
      check("types", "tsc", "-p", "tsconfig.json", "--noEmit", "--singleThreaded"),
      check("format and lint", "biome", "check", "--error-on-warnings", "."),
      check("lint with types", "oxlint", "--threads=1"),
      check("structure", "node", "tests/quality/quality.ts"),
      check("build", "node", "server/bin/build.ts"),
    ],
    [check("seeded data", "node", "tests/bin/seed-templates.ts")],
  ],
  [[vitest("unit tests", "unit")]],
  [[vitest("integration tests", "node")]],
  [[vitest("component tests", "dom")]],
  [[vitest("browser tests", "e2e")]],
];

function asOneTest(passed: boolean): Counts {
  return { ...NONE, ...(passed ? { passed: 1 } : { failed: 1 }) };
}

interface Row {
  readonly text: string;
  readonly counts: Counts;
}

async function runStage({ name, run }: Stage, alone: boolean): Promise<Row> {
  const heading = `\n── ${name} ${"─".repeat(Math.max(0, 76 - name.length))}`;
  if (alone) console.log(heading);
  const started = performance.now();
  const { counts, said = "" } = await attempt(() => run(alone ? "at once" : "at the end"));
  if (!alone) console.log(`${heading}\n${said}`);
  const mark = counts.failed > 0 ? "✗" : "✓";
  return { text: `${mark} ${name.padEnd(28)} ${secondsSince(started)}   ${summaryLine(counts)}`, counts };
}

/** A stage that throws has failed, and the others still run. */
async function attempt(run: () => Outcome | Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    console.error(error);
    return { counts: asOneTest(false) };
  }
}

async function runLane(lane: readonly Stage[], alone: boolean): Promise<Row[]> {
  const rows: Row[] = [];
  for (const stage of lane) rows.push(await runStage(stage, alone));
  return rows;
}

function secondsSince(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s`;
}

async function runAll(): Promise<number> {
  mkdirSync(RESULTS, { recursive: true });
  process.env["NODE_COMPILE_CACHE"] ??= resolve(COMPILED);
  const started = performance.now();
  const rows: Row[] = [];
  for (const lanes of STEPS) {
    rows.push(...(await Promise.all(lanes.map((lane) => runLane(lane, lanes.length === 1)))).flat());
  }
  const total = rows.map(({ counts }) => counts).reduce(add, NONE);
  const whole = `  ${"the whole run".padEnd(28)} ${secondsSince(started)}`;
  console.log(`\n${rows.map(({ text }) => text).join("\n")}\n${whole}\n\n${summaryLine(total)}`);
  writeFileSync(join(RESULTS, "summary.txt"), `${summaryLine(total)}\n`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

process.exitCode = await runAll();
