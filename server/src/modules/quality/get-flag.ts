import { readRanges } from "@bochiso/db/repositories/observations";
import { eventsOfFlag, flagsByIds, type StoredFlag } from "@bochiso/db/repositories/quality";
import { lookUpSeriesIds } from "@bochiso/db/repositories/series";
import { provenanceOf } from "@bochiso/db/repositories/submissions";
import type { ReadTx } from "@bochiso/db/store";
import { periodLabel } from "@bochiso/shared/card";
import { DomainError } from "@bochiso/shared/errors";
import { ruleFormula, ruleText } from "@bochiso/shared/quality";
import type { QualityFlagModel } from "@bochiso/shared/screen";
import { findingWords, flagEvent, flagRow } from "./flag-row.ts";
import type { QualityDeps } from "./quality-deps.ts";
import { readFlagWorld } from "./read-flag-world.ts";

/** Periods shown before the flagged one and after it. */
const BEFORE = 13;
const AFTER = 3;

/** One flag with everything needed to judge it. Throws `flag-unknown`. */
export async function getQualityFlag(deps: QualityDeps, { id }: { id: number }): Promise<QualityFlagModel> {
  return deps.store.read(async (tx) => {
    const around = await readFlagWorld(tx, deps);
    const [stored] = await flagsByIds(tx, [id]);
    const flag = stored === undefined ? null : flagRow(stored, around);
    const rule = stored === undefined ? undefined : around.rules.get(stored.rule);
    const definition = stored === undefined ? undefined : around.world.definitions.get(stored.indicator);
    if (stored === undefined || flag === null || rule === undefined || definition === undefined) throw unknown(id);
    const words = findingWords(definition, around.world);
    const { neighbours, submission } = await readAround(tx, stored, around.world.toDate.has(stored.indicator));
    return {
      flag,
      ruleText: ruleText(rule.check, words),
      ruleBasis: rule.basis,
      ruleReview: rule.review,
      formula: ruleFormula(rule),
      events: (await eventsOfFlag(tx, id)).map((event) => flagEvent(event, { rule, words })),
      submission,
      neighbours,
    };
  });
}

async function readAround(tx: ReadTx, flag: StoredFlag, toDate: boolean) {
  const { indicator, area, breakdownKey, periodType: type, ordinal } = flag;
  const key = { indicator, area, breakdownKey, periodType: type, scenario: "actual", origin: "reported" } as const;
  const [seriesId] = await lookUpSeriesIds(tx, [key]);
  const range = { from: ordinal - BEFORE, to: ordinal + AFTER };
  const cells = typeof seriesId === "number" ? await readRanges(tx, [{ seriesId, ...range }]) : [];
  const byOrdinal = new Map(cells.map((cell) => [cell.ordinal, cell]));
  const commitSeq = byOrdinal.get(ordinal)?.commitSeq;
  const sources = await provenanceOf(tx, commitSeq === undefined ? [] : [commitSeq]);
  const neighbours = Array.from({ length: BEFORE + 1 + AFTER }, (_, at) => ({
    period: periodLabel({ type, ordinal: range.from + at }, toDate),
    value: byOrdinal.get(range.from + at)?.value ?? null,
  }));
  return {
    neighbours,
    submission: commitSeq === undefined ? null : (sources.get(commitSeq)?.submission ?? null),
  };
}

function unknown(id: number): DomainError {
  return new DomainError(
    "flag-unknown",
    { id },
    { vi: `Không có cảnh báo chất lượng số ${id}.`, en: `There is no quality flag ${id}.` },
  );
}
