import { appendAudit } from "@bochiso/db/repositories/audit";
import { lockCommits } from "@bochiso/db/repositories/commits";
import { appendObservations } from "@bochiso/db/repositories/observations";
import { addToOutbox } from "@bochiso/db/repositories/outbox";
import { resolveSeries } from "@bochiso/db/repositories/series";
import type { WriteTx } from "@bochiso/db/store";
import type { AffectedPlan } from "@bochiso/shared/graph";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { flagWritten } from "../quality/flag-written.ts";
import { CellBook } from "./cell-book.ts";
import { type DerivedChanges, derivedSeries, readOperands, recompute } from "./recompute.ts";

/**
 * Computes the cells of a plan from what is stored and appends a revision of each whose content changes, under one commit
 * that screens and change feeds are told of. Nothing changes: no commit. Returns how many changed. No other unit of work
 * commits meanwhile, so it is as good as a push; `at` is the moment (ISO instant), `reason` goes into the audit.
 */
export async function recomputeCells(
  tx: WriteTx,
  work: { catalogue: Catalogue; plan: AffectedPlan; at: string; reason: string },
): Promise<number> {
  const { catalogue, plan, at, reason } = work;
  if (plan.series.length === 0) return 0;
  await lockCommits(tx);
  const book = new CellBook((indicator) => catalogue.definitions.get(indicator)?.periodType);
  await readOperands(tx, catalogue, { plan, changed: [], book });
  const changes = recompute(catalogue, plan, book);
  if (changes.length === 0) return 0;
  const ids = await resolveSeries(tx, changes.map(seriesKey));
  const commit = await tx.nextCommit(at);
  const rows = changes.flatMap(({ cells }, index) => {
    const seriesId = ids[index];
    return seriesId === undefined ? [] : cells.map((content) => ({ ...content, seriesId }));
  });
  await appendObservations(tx, commit, rows);
  const changed = areasByIndicator(changes);
  await appendAudit(tx, commit, [
    {
      actor: "system",
      action: "cells.recomputed",
      subject: "observations",
      details: { reason, cells: rows.length, indicators: Object.keys(changed) },
    },
  ]);
  await addToOutbox(tx, commit, [{ topic: "observations", payload: { changed } }]);
  const written = { changed: [], derived: derivedSeries(changes) };
  await flagWritten(tx, commit, { catalogue, written });
  return rows.length;
}

function seriesKey({ series: { indicator, area, breakdown, periodType } }: DerivedChanges) {
  return { indicator, area, breakdownKey: breakdown, periodType, scenario: "actual", origin: "computed" } as const;
}

function areasByIndicator(changes: readonly DerivedChanges[]): Record<string, string[]> {
  const byIndicator = Map.groupBy(changes, ({ series }) => series.indicator);
  return Object.fromEntries(
    [...byIndicator].map(([indicator, own]) => [indicator, [...new Set(own.map(({ series }) => series.area))].sort()]),
  );
}
