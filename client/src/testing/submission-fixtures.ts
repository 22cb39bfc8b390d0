import type { SubmissionModel } from "@bochiso/shared/feed";

const COUNTS = { received: 3, created: 1, revised: 1, unchanged: 0, retracted: 0, rejected: 1 };

/** Three rows of the ministry of health that wait for somebody to approve them. */
export function aHeldSubmission(patch: Partial<SubmissionModel> = {}): SubmissionModel {
  return {
    id: "s-9",
    sequence: 9,
    receivedAt: "2026-11-22T03:00:00.000Z",
    sentAt: null,
    publisher: null,
    document: "Báo cáo tháng 10",
    counts: COUNTS,
    replayed: false,
    key: { id: "k1", label: "Máy chủ tổng hợp" },
    approval: {
      state: "pending",
      at: null,
      by: null,
      note: null,
      commitSeq: null,
      counts: null,
      answeredBy: null,
      owed: null,
    },
    feed: "moh",
    feedName: { vi: "Bộ Y tế", en: "Ministry of Health" },
    simulated: false,
    receipt: {
      id: "s-9",
      feed: "moh",
      sequence: 9,
      idempotencyKey: "thang-10",
      receivedAt: "2026-11-22T03:00:00.000Z",
      commitSeq: 90,
      contentSha256: "a".repeat(64),
      rowsRoot: "b".repeat(64),
      counts: COUNTS,
      seal: null,
    },
    errors: [],
    errorCount: 0,
    warnings: [],
    values: [
      {
        indicator: "health.cases",
        indicatorName: { vi: "Số ca mắc", en: "Cases" },
        unit: { vi: "ca", en: "cases" },
        area: "VN",
        period: "2026-10",
        breakdown: {},
        scenario: "actual",
        value: "1200",
        status: "P",
        note: null,
        retracted: false,
        inForce: { value: "1000", status: "E" },
      },
    ],
    valueCount: 2,
    rowsReleased: false,
    offset: 0,
    ...patch,
  };
}
