import type { EntryCheckInput, EntryEffect } from "@bochiso/shared/entry";
import { entrySubmission } from "../../file-drop/entry-submission.ts";
import { newId } from "../../platform/ids.ts";
import type { IngestInput } from "../../writer/commands.ts";
import { readFlagWorld } from "../quality/read-flag-world.ts";
import { worldOf } from "../screen/world-of.ts";
import type { EntryDeps } from "./entry-deps.ts";
import { entryPriority } from "./entry-priority.ts";
import { requireAccepting } from "./require-accepting.ts";
import { rowChanges } from "./row-changes.ts";
import { rowNames } from "./row-names.ts";
import { toldEffect } from "./told-effect.ts";

/** What saving rows would do, faults and the effect of the sound ones together. Nothing is stored. Throws `feed-unknown`. */
export async function checkEntry(deps: EntryDeps, { feed, rows }: EntryCheckInput): Promise<EntryEffect> {
  await requireAccepting(deps, feed);
  const { clock } = deps;
  const submission = entrySubmission({
    feed,
    rows,
    idempotencyKey: `check-${newId(clock)}`,
    document: null,
    actor: "check",
    at: clock.now().toISOString(),
  });
  const effect = await effectOf(deps, submission, rows.length);
  const { outcomes, errors } = effect;
  const { changes, faulty } = await deps.store.read(async (tx) => {
    const world = worldOf(await deps.catalogue.current(tx), deps.demo);
    return { changes: await rowChanges(tx, world, { rows, outcomes }), faulty: rowNames(world, { rows, errors }) };
  });
  return { ...effect, changes, faulty };
}

/** The effect of a submission of so many rows, without storing it; its rows are not told one by one. */
export async function effectOf(deps: EntryDeps, submission: IngestInput, rowCount: number): Promise<EntryEffect> {
  const input = { ...submission, dryRun: true, withEffect: true, handling: "lenient" } as const;
  const output = await deps.writer.execute({ name: "ingest-submission", input }, { priority: entryPriority(rowCount) });
  if (output.kind === "stored") throw new Error("a dry run stored something");
  if (output.kind === "rows-refused") return nothingSound(rowCount, output);
  const { counts, derived: derivedCount, errors, errorCount, effect } = output.check;
  if (effect === undefined) throw new Error("a dry run did not tell its effect");
  const around = await deps.store.read((tx) => readFlagWorld(tx, deps));
  const { outcomes } = effect;
  return { counts, outcomes, changes: [], derivedCount, errors, errorCount, faulty: [], ...toldEffect(effect, around) };
}

function nothingSound(
  received: number,
  { errors, errorCount }: Pick<EntryEffect, "errors" | "errorCount">,
): EntryEffect {
  const counts = { received, created: 0, revised: 0, unchanged: 0, retracted: 0, rejected: received };
  const outcomes = new Array<EntryEffect["outcomes"][number]>(received).fill("rejected");
  const nothing = { changes: [], derivedCount: 0, derived: [], flags: [], flagCount: 0, faulty: [] };
  return { counts, outcomes, errors, errorCount, ...nothing };
}
