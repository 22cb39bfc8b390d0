import { appendAudit } from "@bochiso/db/repositories/audit";
import { definitionVersions } from "@bochiso/db/repositories/catalogue";
import { lockCommits } from "@bochiso/db/repositories/commits";
import {
  type DefinitionChange,
  definitionChangeById,
  insertDefinitionChange,
  listDefinitionChanges,
} from "@bochiso/db/repositories/definition-changes";
import { addToOutbox } from "@bochiso/db/repositories/outbox";
import { seriesExtents } from "@bochiso/db/repositories/series";
import type { ReadTx, Store, WriteTx } from "@bochiso/db/store";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { CatalogueCache } from "../catalogue/catalogue-cache.ts";
import type { Clock } from "../platform/clock.ts";
import { type ChangeFile, parseChange } from "./change-input.ts";
import { checkDefinitions } from "./check-definitions.ts";
import { coneOf } from "./cone-of.ts";
import { type DefinitionProblem, problem } from "./definition-problem.ts";
import { estimateCone } from "./estimate-cone.ts";
import { baseVersionOf } from "./staged-catalogue.ts";
import { withDefinitions } from "./with-definitions.ts";

export interface DefinitionDeps {
  readonly store: Store;
  readonly catalogue: CatalogueCache;
  readonly clock: Clock;
}

/** A change to stage. The id is the caller's: sent again, the change that is there answers. */
export interface StageInput {
  readonly id: string;
  /** What an operator wrote; see `ChangeFile`. */
  readonly change: unknown;
  /** Who acts, for the audit. */
  readonly actor: string;
}

export type StageOutput =
  | { readonly kind: "staged"; readonly id: string; readonly indicators: readonly string[]; readonly cells: number }
  | { readonly kind: "refused"; readonly problems: readonly DefinitionProblem[] };

/** Checks new versions of definitions and, where nothing is wrong, stores them as a change to be computed. */
export async function stageDefinitionChange(
  deps: DefinitionDeps,
  { id, change: given, actor }: StageInput,
): Promise<StageOutput> {
  return deps.store.write(async (tx) => {
    await lockCommits(tx);
    const known = await definitionChangeById(tx, id);
    if (known !== null) return staged(known);
    const catalogue = await deps.catalogue.current(tx);
    const parsed = parseChange(given, catalogue.definitions);
    if ("problems" in parsed) return { kind: "refused", problems: parsed.problems };
    return stageProposed(tx, { id, catalogue, change: parsed.change, actor, clock: deps.clock });
  });
}

/** A change whose definitions are whole. */
export interface ProposedChange extends Omit<ChangeFile, "approvedBy"> {
  /** Null: nobody of the installation approved it, as of definitions that came with a release. */
  readonly approvedBy: string | null;
}

/** Checks and stores a change, under the lock of commits. */
export async function stageProposed(
  tx: WriteTx,
  work: { id: string; catalogue: Catalogue; change: ProposedChange; actor: string; clock: Clock },
): Promise<StageOutput> {
  const open = await listDefinitionChanges(tx, ["computing", "ready"]);
  const problems = await findProblems(tx, { catalogue: work.catalogue, open, change: work.change });
  return problems.length > 0 ? { kind: "refused", problems } : staged(await store(tx, work));
}

function staged({ id, cone, ofCells }: Pick<DefinitionChange, "id" | "cone" | "ofCells">): StageOutput {
  return { kind: "staged", id, indicators: cone.map(({ indicator }) => indicator), cells: ofCells };
}

async function store(
  tx: WriteTx,
  work: { id: string; catalogue: Catalogue; change: ProposedChange; actor: string; clock: Clock },
): Promise<Pick<DefinitionChange, "id" | "cone" | "ofCells">> {
  const { id, catalogue, change, actor, clock } = work;
  const { author, approvedBy, effectiveFrom, definitions } = change;
  const after = withDefinitions(catalogue, definitions);
  const cone = await estimateCone(tx, after, coneOf(after.graph, catalogue.definitions, definitions));
  const ofCells = cone.reduce((sum, { cells }) => sum + cells, 0);
  const commit = await tx.nextCommit(clock.now().toISOString());
  const baseVersion = baseVersionOf(catalogue);
  const stored = { id, author, approvedBy, effectiveFrom, definitions, cone, ofCells, baseVersion };
  await insertDefinitionChange(tx, commit, stored);
  await appendAudit(tx, commit, [
    {
      actor,
      action: "definition-change.staged",
      subject: `definition-change:${id}`,
      details: {
        author,
        approvedBy,
        effectiveFrom,
        definitions: definitions.map(({ code, version }) => `${code}@${version}`),
      },
    },
  ]);
  await addToOutbox(tx, commit, [{ topic: "definition-change", payload: { change: id, state: "computing" } }]);
  return stored;
}

interface Proposal {
  readonly catalogue: Catalogue;
  readonly open: readonly DefinitionChange[];
  readonly change: ProposedChange;
}

/** Everything that is wrong with a change; what is said about cones needs definitions that are right. */
async function findProblems(tx: ReadTx, proposal: Proposal): Promise<DefinitionProblem[]> {
  const { catalogue, open, change } = proposal;
  const problems = [...checkPeople(change), ...checkRepeats(change.definitions)];
  for (const definition of change.definitions) problems.push(...(await checkVersion(tx, catalogue, definition)));
  const beside = open.flatMap(({ definitions }) => definitions);
  const collides = beside.some(({ code }) => change.definitions.some((it) => it.code === code));
  problems.push(...checkDefinitions(catalogue, change.definitions, collides ? [] : beside));
  return problems.length > 0 ? problems : checkOverlap(proposal);
}

function checkPeople({ author, approvedBy }: ProposedChange): DefinitionProblem[] {
  if (author !== approvedBy) return [];
  const text = {
    vi: "Người phê duyệt phải khác người soạn.",
    en: "The approver must be another person than the author.",
  };
  return [problem(null, "approvedBy", "approver-is-author", text)];
}

function checkRepeats(definitions: readonly IndicatorDefinition[]): DefinitionProblem[] {
  const codes = definitions.map(({ code }) => String(code));
  const repeated = new Set(codes.filter((code, at) => codes.indexOf(code) !== at));
  return [...repeated].map((code) =>
    problem(code, "code", "definition-repeated", {
      vi: `Chỉ số ${code} có mặt hai lần trong một thay đổi.`,
      en: `The indicator ${code} stands twice in one change.`,
    }),
  );
}

/** A version follows the stored one, and does not make stored figures mean something else. */
async function checkVersion(
  tx: ReadTx,
  catalogue: Catalogue,
  definition: IndicatorDefinition,
): Promise<DefinitionProblem[]> {
  const { code, version } = definition;
  const have = (await definitionVersions(tx, code)).at(-1)?.definition.version ?? 0;
  const problems: DefinitionProblem[] = [];
  if (version !== have + 1) {
    problems.push(
      problem(code, "version", "definition-version", {
        vi: `Phiên bản ${version} không nối tiếp phiên bản hiện có (${have}); cần ${have + 1}.`,
        en: `Version ${version} does not follow the stored version ${have}; ${have + 1} is needed.`,
      }),
    );
  }
  const before = catalogue.definitions.get(code);
  if (before === undefined) return problems;
  const stored = await seriesExtents(tx, code);
  const fixed = [
    "periodType",
    ...(stored.some(({ origin }) => origin === "reported") ? FIXED_WHERE_REPORTED : []),
  ] as const;
  for (const field of stored.length === 0 ? [] : fixed) {
    if (before[field] === definition[field]) continue;
    problems.push(
      problem(code, field, "attribute-fixed", {
        vi: `Chỉ số đã có số liệu nên không đổi được "${field}" (${before[field]} → ${definition[field]}); hãy lập chỉ số mới.`,
        en: `The indicator has figures, so "${field}" cannot change (${before[field]} → ${definition[field]}); make a new indicator.`,
      }),
    );
  }
  return problems;
}

const FIXED_WHERE_REPORTED = ["unit", "accumulation"] as const;

/** Two open changes may not reach the same indicator: each is computed beside what is in force, not beside the other. */
function checkOverlap({ catalogue, open, change }: Proposal): DefinitionProblem[] {
  if (open.length === 0) return [];
  const everything = withDefinitions(catalogue, [
    ...open.flatMap(({ definitions }) => definitions),
    ...change.definitions,
  ]);
  const reach = (definitions: readonly IndicatorDefinition[]): Set<string> =>
    new Set([
      ...definitions.map(({ code }) => String(code)),
      ...coneOf(everything.graph, catalogue.definitions, definitions),
    ]);
  const own = reach(change.definitions);
  return open.flatMap((other) => {
    const shared = [...reach(other.definitions)].filter((code) => own.has(code));
    if (shared.length === 0) return [];
    const some = shared.slice(0, 5).join(", ");
    const text = {
      vi: `Thay đổi ${other.id} đang được tính cũng tác động đến ${some}; hãy chờ hoặc hủy thay đổi đó.`,
      en: `The open change ${other.id} reaches ${some} too; wait for it or cancel it.`,
    };
    return [problem(shared[0] ?? null, "code", "change-overlaps", text)];
  });
}
