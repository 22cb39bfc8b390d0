import type { FeedKey, FeedListModel, FeedModel, FeedStrip, FeedSummary, StripState } from "@bochiso/shared/feed";
import { parsePeriod, periodId, shiftPeriod } from "@bochiso/shared/period";

export const FIXTURE_NOW = "2026-11-22T05:00:00.000Z";

const COUNTED: Readonly<Record<StripState, Partial<FeedStrip["cells"][number]>>> = {
  "on-time": { expected: 5, onTime: 5, cells: 5, firstAt: "2026-11-01T02:00:00.000Z" },
  late: { expected: 5, onTime: 3, late: 2, cells: 5, cellsLate: 2, firstAt: "2026-11-05T02:00:00.000Z" },
  incomplete: { expected: 5, onTime: 3, missing: 2, cells: 3, firstAt: "2026-11-01T02:00:00.000Z" },
  missing: { expected: 5, missing: 5 },
  "not-yet-due": { expected: 5, notYetDue: 5 },
  undated: { expected: 5, replayed: 5, cells: 5 },
  "not-judged": { expected: 5 },
  published: { replayed: 5, cells: 5 },
  "not-connected": { notConnected: 5 },
  none: {},
};

/** Thirty months up to November 2026; the states given are the last ones. */
export function aStrip(last: readonly StripState[]): FeedStrip {
  const parsed = parsePeriod("2026-11");
  if (!parsed.ok) throw new Error("2026-11 is a period");
  const states = [...Array.from({ length: 30 - last.length }, (): StripState => "on-time"), ...last];
  return {
    periodType: "month",
    cells: states.map((state, index) => ({
      period: periodId(shiftPeriod(parsed.period, index - 29)),
      state,
      dueAt: state === "none" ? null : "2026-11-03T16:59:59.999Z",
      expected: 0,
      onTime: 0,
      late: 0,
      missing: 0,
      notYetDue: 0,
      notConnected: 0,
      replayed: 0,
      cells: 0,
      cellsLate: 0,
      firstAt: null,
      lastAt: null,
      ...COUNTED[state],
    })),
  };
}

/** A feed in order: everything on time, one key, nothing pending. */
export function aFeed(patch: Partial<FeedSummary> = {}): FeedSummary {
  return {
    code: "mof.customs",
    name: { vi: "Cục Hải quan", en: "Vietnam Customs" },
    agency: "mof.customs",
    agencyName: { vi: "Cục Hải quan", en: "Vietnam Customs" },
    simulated: false,
    barred: false,
    contract: {
      active: true,
      gapPolicy: "record",
      requireDigest: false,
      requireSignOff: false,
      schedule: [],
      heartbeatMinutes: null,
    },
    indicators: 10,
    keys: { live: 1, nextExpiry: null, lastUsedAt: "2026-11-22T04:50:00.000Z" },
    lastPush: { submission: "s-1", receivedAt: "2026-11-22T03:00:00.000Z", replayed: false, ageMs: 7_200_000 },
    heartbeat: { state: "not-agreed", at: null },
    sequence: { last: 42, gaps: 0, missing: 0 },
    connected: true,
    recent: { submissions: 3, received: 120, accepted: 120, rejected: 0, refusedRequests: 0 },
    standing: { rejected: 0, refusedRequests: 0 },
    lastRefusalAt: null,
    failingPulls: null,
    pending: 0,
    returned: 0,
    owedValues: 0,
    due: { overdue: 0, next: { period: "2026-11", at: "2026-12-03T16:59:59.999Z", untoldYear: null } },
    strip: aStrip(["on-time", "not-yet-due"]),
    ...(patch.name === undefined ? {} : { agencyName: patch.name }),
    ...patch,
  };
}

/** One of each kind: pending, overdue, in order, simulated, never sent. */
export function aFeedList(): FeedListModel {
  return {
    now: FIXTURE_NOW,
    judgedSince: null,
    feeds: [
      aFeed(),
      aFeed({
        code: "mof.nso",
        name: { vi: "Cục Thống kê", en: "National Statistics Office" },
        due: { overdue: 5, next: { period: "2026-11", at: "2026-12-03T16:59:59.999Z", untoldYear: null } },
        strip: aStrip(["late", "incomplete", "missing", "not-yet-due"]),
        recent: { submissions: 2, received: 90, accepted: 80, rejected: 10, refusedRequests: 3 },
        standing: { rejected: 4, refusedRequests: 1 },
        sequence: { last: 17, gaps: 1, missing: 2 },
        heartbeat: { state: "silent", at: "2026-11-21T05:00:00.000Z" },
      }),
      aFeed({ code: "moh", name: { vi: "Bộ Y tế", en: "Ministry of Health" }, pending: 2 }),
      aFeed({
        code: "prov.66",
        name: { vi: "Ủy ban nhân dân tỉnh Đắk Lắk", en: "People's Committee of Đắk Lắk" },
        connected: false,
        lastPush: null,
        strip: null,
        sequence: { last: null, gaps: 0, missing: 0 },
        recent: { submissions: 0, received: 0, accepted: 0, rejected: 0, refusedRequests: 0 },
        keys: { live: 0, nextExpiry: null, lastUsedAt: null },
        due: { overdue: 0, next: null },
      }),
      aFeed({
        code: "demo.tinhmau",
        name: { vi: "Ủy ban nhân dân Tỉnh Mẫu", en: "People's Committee of Sample Province" },
        simulated: true,
      }),
    ],
  };
}

/** The page of one feed. */
export function aFeedModel(patch: Partial<FeedModel> = {}): FeedModel {
  const summary = aFeed();
  return {
    ...summary,
    now: FIXTURE_NOW,
    judgedSince: null,
    strips: summary.strip === null ? [] : [summary.strip],
    gaps: [],
    owns: [
      {
        code: "trade.export.value",
        name: { vi: "Kim ngạch xuất khẩu hàng hóa", en: "Merchandise exports" },
        areas: ["*", "!01"],
        areaCount: 2,
        periodType: "month",
        dueRule: { lagDays: 3, basis: "calendar", workingDays: false, proposed: true },
      },
      {
        code: "trade.import.value",
        name: { vi: "Kim ngạch nhập khẩu hàng hóa", en: "Merchandise imports" },
        areas: ["*"],
        areaCount: 1,
        periodType: "month",
        dueRule: { after: "PT6H", basis: "calendar", workingDays: false, proposed: true },
      },
    ],
    handOvers: [],
    changes: [],
    ...patch,
  };
}

export function aKey(patch: Partial<FeedKey> = {}): FeedKey {
  return {
    id: "k1",
    label: "Máy chủ tổng hợp",
    holder: "Nguyễn Văn An",
    createdAt: "2026-10-01T02:00:00.000Z",
    expiresAt: null,
    revokedAt: null,
    lastUsedAt: "2026-11-22T04:50:00.000Z",
    cidrs: ["10.1.0.0/16"],
    state: "live",
    ...patch,
  };
}
