import type { DemoTargets } from "@bochiso/seed/demo";
import type { ReplayBatch } from "@bochiso/seed/replay";

/** Batches per command: enough to keep the writer busy, few enough to show progress and let others in between. */
const BATCHES_PER_COMMAND = 25;

/** One command of a seeding. */
export type SeedStep =
  | { readonly kind: "batches"; readonly batches: readonly ReplayBatch[] }
  | { readonly kind: "targets"; readonly targets: DemoTargets };

/** Batches and targets in the order they were recorded: recorded-at never runs backwards. Targets come before figures of the same moment. */
export function seedSteps(batches: readonly ReplayBatch[], targets: readonly DemoTargets[]): SeedStep[] {
  const steps: SeedStep[] = [];
  let from = 0;
  for (const each of targets.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))) {
    const later = batches.findIndex(({ recordedAt }) => recordedAt >= each.recordedAt);
    const until = later < 0 ? batches.length : later;
    steps.push(...inCommands(batches.slice(from, until)), { kind: "targets", targets: each });
    from = Math.max(from, until);
  }
  return [...steps, ...inCommands(batches.slice(from))];
}

function inCommands(batches: readonly ReplayBatch[]): SeedStep[] {
  return Array.from({ length: Math.ceil(batches.length / BATCHES_PER_COMMAND) }, (_, at) => ({
    kind: "batches",
    batches: batches.slice(at * BATCHES_PER_COMMAND, (at + 1) * BATCHES_PER_COMMAND),
  }));
}
