import { PullConfig, type PullPreview, type PullRunLine, type PullSourceModel } from "@bochiso/shared/pull";

/** A source that is in order, with one run. */
export function aPulledSource(patch: Partial<PullSourceModel> = {}): PullSourceModel {
  return {
    code: "xnk-thang",
    feed: "mof.customs",
    version: 2,
    config: PullConfig.parse({
      code: "xnk-thang",
      feed: "mof.customs",
      name: { vi: "Trị giá xuất, nhập khẩu tháng", en: "Monthly trade" },
      url: "https://vi-du.gov.vn/xnk",
      format: { kind: "json", records: "/du_lieu" },
      rows: [
        {
          indicator: { field: "ma", codes: { XK: "trade.export.value" } },
          area: { constant: "VN" },
          period: { field: "thang", format: "month/year" },
          value: { field: "gia_tri", decimal: "," },
          unit: { field: "dvt", powers: { "Tỷ USD": 3 } },
        },
      ],
      schedule: { kind: "weekly", weekday: 1, at: "08:00" },
    }),
    changedAt: "2026-11-20T03:00:00.000Z",
    changedBy: "cli",
    state: "in-order",
    failures: 0,
    nextAt: "2026-11-23T01:00:00.000Z",
    answeredAt: "2026-11-22T04:00:00.000Z",
    runs: [aPullRun()],
    ...patch,
  };
}

export function aPullRun(patch: Partial<PullRunLine> = {}): PullRunLine {
  return {
    id: "run-1",
    version: 2,
    trigger: "schedule",
    actor: "pull:xnk-thang",
    startedAt: "2026-11-22T04:00:00.000Z",
    endedAt: "2026-11-22T04:00:01.000Z",
    outcome: "stored",
    httpStatus: 200,
    bytes: 2048,
    records: 3,
    rows: 2,
    submission: "sub-1",
    counts: { received: 2, created: 1, revised: 1, unchanged: 0, retracted: 0, rejected: 0 },
    fault: null,
    errors: [],
    errorCount: 0,
    nextAt: "2026-11-23T01:00:00.000Z",
    ...patch,
  };
}

export function aPullPreview(patch: Partial<PullPreview> = {}): PullPreview {
  return {
    httpStatus: 200,
    bytes: 2048,
    records: 2,
    rowCount: 1,
    leftOut: 0,
    rows: [{ indicator: "trade.export.value", area: "VN", period: "2026-10", value: "42150.3", status: "E" }],
    errors: [
      {
        record: 2,
        field: "ma",
        code: "code-unmapped",
        text: { vi: 'Mã "NK" không có trong bảng chuyển.', en: 'The code "NK" is not in the table.' },
        got: "NK",
      },
    ],
    errorCount: 1,
    effect: null,
    wouldRefuse: false,
    ...patch,
  };
}
