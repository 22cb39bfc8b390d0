import { headCommit } from "@bochiso/db/repositories/commits";
import { changesSince, type ListedObservation, listObservations } from "@bochiso/db/repositories/observations";
import { findSeries, type SeriesFilter } from "@bochiso/db/repositories/series";
import { provenanceOf } from "@bochiso/db/repositories/submissions";
import type { ReadTx } from "@bochiso/db/store";
import { type BreakdownKey, breakdownKey, parseBreakdownKey } from "@bochiso/shared/breakdown";
import type { Catalogue } from "../../../catalogue/catalogue.ts";
import { type FlagMoment, flagsOfRows } from "../../../quality/flags-of-rows.ts";
import type { Subject } from "../authenticate.ts";
import { malformedParameter } from "../query-parameters.ts";
import { type AreaBasis, answersOn, excludedUnits, unitBasis } from "./area-basis.ts";
import { ChangesCursor, decodeCursor, encodeCursor, PageCursor } from "./cursor.ts";
import { inOrigin } from "./default-origin.ts";
import { type ObservationJson, observationJson } from "./observation-json.ts";
import { matchesBreakdown, type ObservationQuery } from "./observation-query.ts";
import { periodBounds } from "./period-bounds.ts";
import { readAsOfSeq } from "./read-as-of.ts";
import { mayRead, readableCells } from "./readable-by.ts";

/** A page of observations and the cursor of the next one, null at the end. */
export interface ObservationPage {
  /** The units that answer. */
  areaBasis: AreaBasis;
  observations: ObservationJson[];
  next: string | null;
}

/** Who asks what, in which snapshot. */
export interface PageRequest {
  tx: ReadTx;
  catalogue: Catalogue;
  query: ObservationQuery;
  subject: Subject;
}

/** Values by cell, sorted by indicator, area, breakdown, period; current or as of a moment. */
export async function listPage(request: PageRequest): Promise<ObservationPage> {
  const { tx, query } = request;
  const asOf = query.asOf === null ? undefined : await readAsOfSeq(tx, query.asOf);
  const page = await listObservations(tx, {
    ...(await ofOrigin(request)),
    periods: periodBounds(query.from, query.to) ?? undefined,
    asOf,
    after: query.cursor === null ? undefined : decodeCursor(PageCursor, query.cursor),
    limit: query.limit,
  });
  const rows = inOrigin(onBasis(request, page.observations), query.origin);
  const observations = await inWords(request, rows, asOf === undefined ? "now" : { asOf });
  return { areaBasis: query.areaBasis, observations, next: page.next === null ? null : encodeCursor(page.next) };
}

/**
 * Every revision after a commit, or ever recorded (`includeHistory`), in the order of commits, both origins unless one is
 * asked for.
 */
export async function changesPage(request: PageRequest): Promise<ObservationPage> {
  const { tx, query } = request;
  refuseTogether(query);
  await refuseFuture(tx, query.sinceSeq);
  const after = query.cursor === null ? { commitSeq: query.sinceSeq ?? 0 } : decodeCursor(ChangesCursor, query.cursor);
  const page = await changesSince(tx, {
    after,
    limit: query.limit,
    filter: await ofOrigin(request),
    periods: periodBounds(query.from, query.to) ?? undefined,
  });
  const choice = query.origin === "default" ? "all" : query.origin;
  const observations = await inWords(request, inOrigin(onBasis(request, page.changes), choice), "own-commit");
  return { areaBasis: query.areaBasis, observations, next: page.next === null ? null : encodeCursor(page.next) };
}

/** The series that answer; of one origin alone where that is asked for, so that no page is cut among the others. */
async function ofOrigin(request: PageRequest): Promise<SeriesFilter> {
  const filter = await seriesFilter(request);
  const { origin } = request.query;
  return origin === "reported" || origin === "computed" ? { ...filter, origins: [origin] } : filter;
}

/** A change feed leaves nothing out, or its reader would miss changes; a history is no state of a moment. */
function refuseTogether(query: ObservationQuery): void {
  const [names, word] =
    query.sinceSeq === null ? [["asOf"] as const, "includeHistory"] : [["asOf", "from", "to"] as const, "sinceSeq"];
  for (const name of names) {
    const given = query[name];
    if (given === null) continue;
    throw malformedParameter(name, given, {
      vi: `bỏ ${names.join(", ")} khi có ${word}`,
      en: `no ${names.join(", ")} together with ${word}`,
    });
  }
}

/** A reader ahead of the newest commit follows another system, or one restored from a backup, and would miss what is new. */
async function refuseFuture(tx: ReadTx, sinceSeq: number | null): Promise<void> {
  const { seq } = await headCommit(tx);
  if (sinceSeq === null || sinceSeq <= seq) return;
  throw malformedParameter("sinceSeq", String(sinceSeq), {
    vi: `một số từ 0 đến ${seq}, commitSeq mới nhất của hệ thống này; hệ thống đã đổi hoặc được khôi phục thì đọc lại từ 0`,
    en: `a number from 0 to ${seq}, the newest commitSeq of this system; where it was replaced or restored, read again from 0`,
  });
}

/** The series that answer; breakdowns asked for with `*` are looked up first. */
export async function seriesFilter({ tx, catalogue, query, subject }: PageRequest): Promise<SeriesFilter> {
  const filter: SeriesFilter = {
    indicators: query.indicators ?? undefined,
    areas: query.areas ?? undefined,
    notAreas: excludedUnits(catalogue.areas, query.areaBasis),
    within: readableCells(subject, catalogue),
    scenarios: [query.scenario],
  };
  const { fixed, every } = query.breakdown;
  if (every.size === 0) return { ...filter, breakdownKeys: [breakdownKey(fixed)] };
  const stored = new Set((await findSeries(tx, filter)).map((it) => it.breakdownKey));
  const matching = [...stored].filter((key) =>
    matchesBreakdown(query.breakdown, parseBreakdownKey(key as BreakdownKey)),
  );
  return { ...filter, breakdownKeys: matching };
}

async function inWords(
  request: PageRequest,
  rows: readonly ListedObservation[],
  moment: FlagMoment,
): Promise<ObservationJson[]> {
  const visible = rows.filter((row) => mayRead(request.subject, request.catalogue, row));
  const provenance = await provenanceOf(
    request.tx,
    visible.map((row) => row.commitSeq),
  );
  const { areas } = request.catalogue;
  const flags = await flagsOfRows(request.tx, visible, moment);
  return visible.map((row, at) =>
    observationJson(row, {
      flags: flags[at] ?? [],
      provenance: provenance.get(row.commitSeq),
      simulated: areas.get(row.area)?.simulated ?? false,
      areaBasis: unitBasis(areas, row.area),
    }),
  );
}

/** What was recast stands back before an origin is chosen, so that it never hides what was sent. */
function onBasis({ catalogue, query }: PageRequest, rows: readonly ListedObservation[]): ListedObservation[] {
  return rows.filter((row) => answersOn(catalogue.areas, query.areaBasis, row));
}
