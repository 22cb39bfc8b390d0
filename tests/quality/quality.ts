import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { checkTree } from "./check-tree.ts";
import { show } from "./finding.ts";
import { measureSignals, meetsGoal, SIGNALS, type Signals, signalNames, worsened } from "./signals.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const baselineFile = new URL("./baseline.json", import.meta.url);
const Baseline = z.object({ minimumModules: z.int().positive(), signals: z.record(z.string(), z.number()) });

/** A tree that lost this share of its modules since the baseline was written is not the tree we meant to check. */
const MODULES_KEPT = 0.8;

/** `pnpm quality`: hard rules, knip, and the signals beside their goals. `--write-baseline` accepts today's figures. */
function quality(): number {
  const baseline = Baseline.parse(JSON.parse(readFileSync(baselineFile, "utf8")));
  const { graph, findings } = checkTree({ root, minimumModules: baseline.minimumModules });
  const signals = measureSignals(graph);
  const worse = worsened(signals, baseline.signals);
  console.log(
    `${graph.size} modules seen (at least ${baseline.minimumModules}); ${findings.length} breaks of hard rules`,
  );
  for (const finding of findings) console.log(`  ✗ ${show(finding)}`);
  printSignals({ signals, baseline: baseline.signals, worse });
  const knip = runKnip();
  if (process.argv.includes("--write-baseline")) {
    const rounded = Object.fromEntries(signalNames().map((name) => [name, Number(signals[name].toFixed(2))]));
    const next = { minimumModules: Math.floor(graph.size * MODULES_KEPT), signals: rounded };
    writeFileSync(baselineFile, `${JSON.stringify(next, undefined, 2)}\n`);
  }
  return findings.length > 0 || worse.length > 0 || !knip ? 1 : 0;
}

function printSignals(options: { signals: Signals; baseline: Partial<Signals>; worse: readonly string[] }): void {
  console.log(`\n${"signal".padEnd(32)}${"ours".padStart(9)} | ${"goal".padEnd(9)} baseline`);
  for (const name of signalNames()) {
    const { label, unit, better, goal } = SIGNALS[name];
    const mark = options.worse.includes(name)
      ? "✗ worse"
      : meetsGoal(name, options.signals[name])
        ? ""
        : "· past its goal";
    const ours = `${options.signals[name].toFixed(2)}`.padStart(9);
    const bound = `${better === "lower" ? "≤" : "≥"} ${goal}`.padEnd(9);
    const before = (options.baseline[name]?.toFixed(2) ?? "–").padStart(8);
    console.log(`${`${label}${unit ? ` (${unit})` : ""}`.padEnd(32)}${ours} | ${bound} ${before} ${mark}`);
  }
}

/** Unused files, exports and dependencies. */
function runKnip(): boolean {
  console.log("\nknip (unused files, exports, dependencies)");
  const done = spawnSync("knip", ["--no-progress", "--no-config-hints"], { cwd: root, stdio: "inherit" });
  if (done.status === 0) console.log("  clean");
  return done.status === 0;
}

process.exitCode = quality();
