import { createDefinitionChanges, type DefinitionChanges } from "../../support/calculation/change-definitions.ts";
import { type ChangePlan, chosenEdits, restoreDefinitions } from "./changed-definitions.ts";
import { compare } from "./check-history.ts";
import { FullRecompute } from "./full-recompute.ts";
import { type History, type MadeRow, rowsOf } from "./history.ts";
import type { Replica } from "./replica.ts";
import { SentValues } from "./sent-values.ts";

/** What was found in one history with a change of definitions in its middle. */
export interface ChangeOutcome {
  /** Pushes between staging and the switch. */
  readonly meanwhile: number;
  readonly differences: readonly string[];
}

/**
 * Plays a history during which definitions change: staged after some pushes, computed in small steps between the others,
 * switched after the last. Until then everything must be as by the old definitions, afterwards as by the new ones alone.
 */
export async function checkChange(
  replica: Replica,
  { history, plan, unseen = false }: { history: History; plan: ChangePlan; unseen?: boolean },
): Promise<ChangeOutcome> {
  const sent = new SentValues();
  await replica.reset();
  await restoreDefinitions(replica.store);
  const changes = createDefinitionChanges(replica.store);
  const stagedAfter = plan.after % history.steps.length;
  let meanwhile = 0;
  for (const [at, step] of history.steps.entries()) {
    const push = () => pushStep(replica, rowsOf(history, step, sent), sent);
    const isPushed = await (unseen ? changes.unseen(push) : push());
    if (isPushed && at > stagedAfter) meanwhile += 1;
    if (at === stagedAfter) await stage(changes, plan);
    if (at >= stagedAfter && at < history.steps.length - 1)
      await compute(changes, plan.pace[at % plan.pace.length] ?? 0);
  }
  const before = await differencesOf(replica, sent);
  await changes.finish();
  const [change] = await changes.list();
  if (change?.state !== "in-force" || change.holdsCells) throw new Error(`unexpected: ${JSON.stringify(change)}`);
  const after = await differencesOf(replica, sent);
  const differences = [...before.map((it) => `before the switch: ${it}`), ...after.map((it) => `after it: ${it}`)];
  return { meanwhile, differences: differences.slice(0, MOST_TOLD) };
}

/** Sends the rows of a step, where there are any. */
async function pushStep(replica: Replica, made: readonly MadeRow[], sent: SentValues): Promise<boolean> {
  if (made.length === 0) return false;
  const answer = await replica.push(made.map(({ row }) => row));
  if (answer.kind !== "stored") throw new Error(`unexpected: ${JSON.stringify(answer)}`);
  for (const { cell, content } of made) sent.put(cell, content);
  return true;
}

async function stage(changes: DefinitionChanges, plan: ChangePlan): Promise<void> {
  const staged = await changes.stage(chosenEdits(plan));
  if (staged.kind === "refused") throw new Error(JSON.stringify(staged.problems));
}

/** Some steps, as long as there is something to compute; the switch waits for the end of the history. */
async function compute(changes: DefinitionChanges, steps: number): Promise<void> {
  for (let left = steps; left > 0; left -= 1) {
    const [change] = await changes.list();
    if (change?.state !== "computing") return;
    await changes.advance();
  }
}

const MOST_TOLD = 12;

/** Against a recompute from scratch by the definitions in force; a retired indicator's cells stay as they are. */
async function differencesOf(replica: Replica, sent: SentValues): Promise<string[]> {
  const catalogue = await replica.catalogue();
  const known = (key: string): boolean => catalogue.definitions.has(key.split("|")[0] ?? "");
  const cells = (await replica.cells()).filter(({ key }) => known(key));
  return compare(replica.name, cells, { sent, full: new FullRecompute(catalogue, sent) });
}
