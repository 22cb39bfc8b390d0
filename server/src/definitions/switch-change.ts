import { appendAudit } from "@bochiso/db/repositories/audit";
import { appendDefinitions } from "@bochiso/db/repositories/catalogue";
import {
  type DefinitionChange,
  endChange,
  listDefinitionChanges,
  listStagedCells,
  listStagedSeries,
  rebase,
  type StagedCell,
  type StagedContent,
} from "@bochiso/db/repositories/definition-changes";
import {
  appendObservations,
  type NewObservation,
  type Observation,
  readRanges,
} from "@bochiso/db/repositories/observations";
import { addToOutbox } from "@bochiso/db/repositories/outbox";
import { findSeries, resolveSeries, type SeriesKey } from "@bochiso/db/repositories/series";
import type { Commit, WriteTx } from "@bochiso/db/store";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { definitionsVersion, markCatalogueChanged } from "../catalogue/catalogue-cache.ts";
import { sameContent } from "../compute/recompute.ts";
import { hasRulesComputed, markRulesComputed } from "../compute/rules-fingerprint.ts";
import { baseVersionOf, stagedCatalogue } from "./staged-catalogue.ts";

/** Series handled at a time: bounds memory, not the commit. */
const SERIES_AT_A_TIME = 200;
const FIRST_ORDINAL = -(2 ** 31);
const LAST_ORDINAL = 2 ** 31 - 1;

/**
 * Puts a ready change in force, in one commit: its definitions, its cells where they differ from those in force, absences
 * where there are none any more. Everyone who reads after it sees all of it. Throws `definition-version`.
 */
export async function switchChange(
  tx: WriteTx,
  { change, inForce, at }: { change: DefinitionChange; inForce: Catalogue; at: string },
): Promise<void> {
  const staged = stagedCatalogue(inForce, change);
  const commit = await tx.nextCommit(at);
  const { author, approvedBy, stagedAt } = change;
  await appendDefinitions(
    tx,
    commit,
    change.definitions.map((definition) => ({ definition, author, approvedBy, approvedAt: stagedAt })),
  );
  const changed: Record<string, string[]> = {};
  let cells = 0;
  for (const { indicator } of change.cone) {
    const areas = new Set<string>();
    for (const places of await batchesOf(tx, change.id, indicator)) {
      const replaced = await replaceCells(tx, commit, places);
      for (const area of replaced.areas) areas.add(area);
      cells += replaced.cells;
    }
    if (areas.size > 0) changed[indicator] = [...areas].sort();
  }
  // A definition is shown wherever its indicator is, whether or not its figures change.
  for (const { code } of change.definitions) changed[code] = [...inForce.areas.keys()].sort();
  await markCatalogueChanged(tx, commit);
  // Where cells of older rules are still being computed anew, that work is not done yet.
  if (await hasRulesComputed(tx, inForce)) await markRulesComputed(tx, staged);
  await rebaseOthers(tx, change, staged);
  await endChange(tx, commit, change.id, { state: "in-force", reason: null });
  const indicators = change.definitions.map(({ code, version }) => `${code}@${version}`);
  await appendAudit(tx, commit, [
    {
      actor: "system",
      action: "definition-change.in-force",
      subject: `definition-change:${change.id}`,
      details: { author, approvedBy, effectiveFrom: change.effectiveFrom, definitions: indicators, cells },
    },
  ]);
  await addToOutbox(tx, commit, [
    { topic: "observations", payload: { changed } },
    { topic: "definition-change", payload: { change: change.id, state: "in-force" } },
  ]);
}

/** Other open changes do not depend on this one: they go on beside the new catalogue. */
async function rebaseOthers(tx: WriteTx, change: DefinitionChange, staged: Catalogue): Promise<void> {
  const open = await listDefinitionChanges(tx, ["computing", "ready"]);
  const others = open.filter(({ id, baseVersion }) => id !== change.id && baseVersion === change.baseVersion);
  const base = baseVersionOf({ ...staged, definitionsVersion: await definitionsVersion(tx) });
  await rebase(
    tx,
    others.map(({ id }) => id),
    base,
  );
}

/** A place of an indicator, with its staged series where there is one. */
interface Place {
  readonly area: string;
  readonly breakdownKey: string;
  readonly key: SeriesKey;
  readonly stagedId: number | null;
}

/** Places with cells in force or staged, some at a time. */
async function batchesOf(tx: WriteTx, change: string, indicator: string): Promise<Place[][]> {
  const places = new Map<string, Place>();
  const fixed = { indicator, scenario: "actual", origin: "computed" } as const;
  for (const series of await findSeries(tx, { indicators: [indicator], origins: ["computed"] })) {
    const { area, breakdownKey, periodType } = series;
    places.set(`${area}|${breakdownKey}|${periodType}`, {
      area,
      breakdownKey,
      key: { ...fixed, area, breakdownKey, periodType },
      stagedId: null,
    });
  }
  for (const { id, area, breakdownKey, periodType } of await listStagedSeries(tx, change, indicator)) {
    const key = { ...fixed, area, breakdownKey, periodType };
    places.set(`${area}|${breakdownKey}|${periodType}`, { area, breakdownKey, key, stagedId: id });
  }
  const all = [...places.values()];
  const count = Math.ceil(all.length / SERIES_AT_A_TIME);
  return Array.from({ length: count }, (_, at) => all.slice(at * SERIES_AT_A_TIME, (at + 1) * SERIES_AT_A_TIME));
}

async function replaceCells(
  tx: WriteTx,
  commit: Commit,
  places: readonly Place[],
): Promise<{ cells: number; areas: Set<string> }> {
  const staged = Map.groupBy(
    await listStagedCells(
      tx,
      places.flatMap(({ stagedId }) => stagedId ?? []),
    ),
    ({ seriesId }) => seriesId,
  );
  const used = places.filter(({ stagedId }) => stagedId === null || staged.has(stagedId));
  const ids = await resolveSeries(
    tx,
    used.map(({ key }) => key),
  );
  const ranges = ids.map((seriesId) => ({ seriesId, from: FIRST_ORDINAL, to: LAST_ORDINAL }));
  const inForce = Map.groupBy(await readRanges(tx, ranges), ({ seriesId }) => seriesId);
  const areas = new Set<string>();
  const rows: NewObservation[] = [];
  for (const [at, { stagedId, area }] of used.entries()) {
    const seriesId = ids[at] ?? 0;
    const after = stagedId === null ? [] : (staged.get(stagedId) ?? []);
    const own = differences(seriesId, after, inForce.get(seriesId) ?? []);
    if (own.length > 0) areas.add(area);
    rows.push(...own);
  }
  await appendObservations(tx, commit, rows);
  return { cells: rows.length, areas };
}

/** The revisions that make the cells of a series what they are to be. */
function differences(seriesId: number, after: readonly StagedCell[], before: readonly Observation[]): NewObservation[] {
  const stands = new Map(before.map((it) => [it.ordinal, it]));
  const rows: NewObservation[] = [];
  for (const { ordinal, live, seriesId: _, ...said } of after) {
    const known = stands.get(ordinal);
    stands.delete(ordinal);
    const content = { ...said, retracted: live === 1 ? (0 as const) : (1 as const) };
    if (known === undefined ? live === 0 : sameContent(content, known)) continue;
    rows.push({ ...content, seriesId, ordinal, previousRevision: known?.revision ?? 0 });
  }
  for (const { ordinal, revision, retracted } of stands.values()) {
    if (retracted === 0) rows.push({ ...GONE, seriesId, ordinal, previousRevision: revision });
  }
  return rows;
}

/** What a cell says that no rule gives any more. */
const GONE: StagedContent & { readonly retracted: 1 } = {
  value: null,
  status: null,
  missingReason: "not-reported",
  errorCode: null,
  way: "formula",
  coverageHave: null,
  coverageOf: null,
  coverageWeight: null,
  retracted: 1,
};
