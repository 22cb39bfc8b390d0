import { appendObservations, type NewObservation } from "@bochiso/db/repositories/observations";
import { resolveSeries, type SeriesKey } from "@bochiso/db/repositories/series";
import type { SubmissionRecord } from "@bochiso/db/repositories/submissions";
import type { Commit, Store } from "@bochiso/db/store";

/** Moments of tests: minute `n` of a fixed day. */
export function minute(n: number): string {
  return new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString();
}

export function aSeries(change: Partial<SeriesKey> = {}): SeriesKey {
  return {
    indicator: "trade.export.value",
    area: "VN",
    breakdownKey: "",
    scenario: "actual",
    periodType: "month",
    origin: "reported",
    ...change,
  };
}

/** A number sent as text, with the columns that go with it. */
export function aValue(text: string): Pick<NewObservation, "value" | "valueText" | "status"> {
  return { value: Number(text), valueText: text, status: "A" };
}

/** Makes the series and gives its number. */
export async function makeSeries(store: Store, change: Partial<SeriesKey> = {}): Promise<number> {
  return await store.write(async (tx) => {
    const [id] = await resolveSeries(tx, [aSeries(change)]);
    if (id === undefined) throw new Error("No series was made");
    return id;
  });
}

/** One commit that appends these rows. */
export async function append(store: Store, rows: readonly NewObservation[], at = minute(0)): Promise<Commit> {
  return await store.write(async (tx) => {
    const commit = await tx.nextCommit(at);
    await appendObservations(tx, commit, rows);
    return commit;
  });
}

export function aSubmission(change: Partial<SubmissionRecord> = {}): SubmissionRecord {
  return {
    id: "sub-1",
    feed: "mof.customs",
    sequence: null,
    idempotencyKey: "key-1",
    requestSha256: "aa",
    contentSha256: "bb",
    rowsRoot: "cc",
    counts: { received: 3, created: 1, revised: 1, unchanged: 1, retracted: 0, rejected: 0 },
    publisher: "mof.nso",
    document: "Biểu số liệu tháng 02/2025",
    sentAt: "2026-01-01T07:00:00+07:00",
    receivedAt: minute(0),
    commitSeq: 1,
    responseStatus: 201,
    responseType: "application/json",
    responseBody: new Uint8Array([0, 1, 127, 128, 255]),
    keyId: null,
    ...change,
  };
}
