import { createHash } from "node:crypto";
import { appendAudit } from "@bochiso/db/repositories/audit";
import { listDefinitions } from "@bochiso/db/repositories/catalogue";
import { lockCommits } from "@bochiso/db/repositories/commits";
import { definitionChangeById } from "@bochiso/db/repositories/definition-changes";
import { readMeta, writeMeta } from "@bochiso/db/repositories/meta";
import type { WriteTx } from "@bochiso/db/store";
import { IndicatorDefinition } from "@bochiso/shared/indicator";
import { canonicalJson } from "@bochiso/shared/json";
import { localDate } from "@bochiso/shared/period";
import type { DefinitionProblem } from "./definition-problem.ts";
import { type DefinitionDeps, type StageOutput, stageProposed } from "./stage-definition-change.ts";

/** Author of the definitions that come with a release. */
export const RELEASE_AUTHOR = "seed";
/** The last change of a release that was refused, so that the audit says it once and not at every start. */
const REFUSED_KEY = "releasedDefinitionsRefused";

/** `kept`: no definition of the release differs from one of a release before it, or the change was dealt with before. */
export type ReleaseOutput = StageOutput | { readonly kind: "kept" };

/**
 * Stages what a newer release defines otherwise as one change of definitions, from today on: computed in the background like
 * any other, the versions in force staying visible until the switch. A definition whose version in force a steward made stays
 * as it is, as does one that the release leaves out. The same definitions are staged once, whatever became of them: a change
 * that was cancelled does not come back with the next start.
 */
export async function stageReleasedDefinitions(
  { store, catalogue, clock }: DefinitionDeps,
  released: readonly IndicatorDefinition[],
): Promise<ReleaseOutput> {
  return store.write(async (tx) => {
    await lockCommits(tx);
    const definitions = await changedByRelease(tx, released);
    if (definitions.length === 0) return { kind: "kept" };
    const id = `release-${fingerprintOf(definitions)}`;
    if ((await definitionChangeById(tx, id)) !== null) return { kind: "kept" };
    const now = clock.now();
    const effectiveFrom = localDate(now.getTime());
    const change = {
      effectiveFrom,
      author: RELEASE_AUTHOR,
      approvedBy: null,
      definitions: definitions.map((definition) => ({ ...definition, effectiveFrom })),
    };
    const inForce = await catalogue.current(tx);
    const outcome = await stageProposed(tx, { id, catalogue: inForce, change, actor: RELEASE_AUTHOR, clock });
    if (outcome.kind === "refused") await noteRefused(tx, { id, at: now.toISOString(), problems: outcome.problems });
    return outcome;
  });
}

/** The definitions of a release that differ from those an earlier release brought, each as the next version of its indicator. */
async function changedByRelease(tx: WriteTx, released: readonly IndicatorDefinition[]): Promise<IndicatorDefinition[]> {
  const inForce = new Map((await listDefinitions(tx)).map((stored) => [String(stored.definition.code), stored]));
  return released.flatMap((definition) => {
    const stored = inForce.get(definition.code);
    if (stored === undefined || stored.author !== RELEASE_AUTHOR) return [];
    if (contentOf(stored.definition) === contentOf(definition)) return [];
    return [{ ...definition, version: stored.definition.version + 1 }];
  });
}

/** What a definition says, whatever its version and its first day. A stored one may be older than some fields. */
function contentOf(definition: IndicatorDefinition): string {
  return canonicalJson({ ...IndicatorDefinition.parse(definition), version: 0, effectiveFrom: null });
}

function fingerprintOf(definitions: readonly IndicatorDefinition[]): string {
  const content = definitions.map((it) => `${it.version} ${contentOf(it)}`).sort();
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);
}

/** That the release's definitions do not fit what is in force, as where a steward's formula would break; tried again at each start. */
async function noteRefused(
  tx: WriteTx,
  { id, at, problems }: { id: string; at: string; problems: readonly DefinitionProblem[] },
): Promise<void> {
  const told = problems.map(({ indicator, field, code }) => `${indicator ?? ""} ${field} ${code}`);
  const mark = [id, ...told].join("\n");
  if ((await readMeta(tx, REFUSED_KEY)) === mark) return;
  const commit = await tx.nextCommit(at);
  await writeMeta(tx, REFUSED_KEY, mark);
  await appendAudit(tx, commit, [
    {
      actor: RELEASE_AUTHOR,
      action: "definition-change.refused",
      subject: `definition-change:${id}`,
      details: { problems: told },
    },
  ]);
}
