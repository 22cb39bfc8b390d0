import { listAudit } from "@bochiso/db/repositories/audit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ApiClient, apiClient, aSubmission, aTradeRow } from "../support/http/api-client.ts";
import { type SeededServer, startSeededServer } from "../support/seeded-server.ts";

let server: SeededServer;
let api: ApiClient;

beforeAll(async () => {
  server = await startSeededServer();
  api = apiClient(server);
});
afterAll(() => server.remove());

const secretRefusals = async () => {
  const entries = await server.services.store.read((tx) => listAudit(tx, { afterSeq: 0, limit: 10_000 }));
  return entries.filter(({ action }) => action === "submission.state-secret-refused");
};

interface Case {
  /** The feed that sends; customs where none is named. */
  feed?: string;
  row: object;
  code: string;
  field: string;
  /** Null: none may be given. */
  nearest?: string | null;
  expected?: string;
  /** A part of what is said in Vietnamese. */
  says?: string;
}

const FEBRUARY = { period: "2025-02" };

/** What needs stored state, and that no code is left out: the test below, and closed-lists.test.ts. */
const CASES: Record<string, Case> = {
  "a field nobody knows": { row: aTradeRow({ vaule: 1 }), code: "field-unknown", field: "vaule", nearest: "value" },
  "a note that is no text": { row: aTradeRow({ note: 7 }), code: "field-unknown", field: "note" },
  "a retraction with a value": {
    row: aTradeRow({ ...FEBRUARY, retract: true, note: "x" }),
    code: "field-unknown",
    field: "value",
  },
  "a window with a day that does not exist": {
    row: aTradeRow({ window: { start: "2026-02-01", end: "2026-02-29" } }),
    code: "field-unknown",
    field: "window",
  },
  "a missing period": { row: aTradeRow({ period: undefined }), code: "field-missing", field: "period" },
  "a missing value": { row: aTradeRow({ value: undefined }), code: "field-missing", field: "value" },
  "an unknown indicator": {
    row: aTradeRow({ indicator: "trade.exports.value" }),
    code: "indicator-unknown",
    field: "indicator",
    nearest: "trade.export.value",
  },
  "a derived indicator": {
    row: aTradeRow({ indicator: "trade.balance" }),
    code: "indicator-derived",
    field: "indicator",
  },
  "an indicator of another feed": {
    row: aTradeRow({ indicator: "macro.cpi.index" }),
    code: "indicator-not-in-feed",
    field: "indicator",
    expected: "mof.nso",
    says: 'kênh "mof.nso"',
  },
  "an unknown area": { row: aTradeRow({ area: "vn63:99" }), code: "area-unknown", field: "area", nearest: "vn63:19" },
  "a short code near another": { row: aTradeRow({ area: "HN" }), code: "area-unknown", field: "area", nearest: null },
  "a code that lost its zero": { row: aTradeRow({ area: "1" }), code: "area-unknown", field: "area", nearest: "01" },
  "a bare code of a former unit": {
    row: aTradeRow({ area: "02" }),
    code: "area-unknown",
    field: "area",
    nearest: "vn63:02",
    says: "đơn vị trước sáp nhập ghi là vn63:02, nay thuộc 08",
  },
  "a former code after the merger": {
    row: aTradeRow({ area: "vn63:27", period: "2025-07" }),
    code: "area-not-valid-at-period",
    field: "area",
    nearest: "24",
  },
  "a present code before the merger": {
    row: aTradeRow({ area: "01", period: "2025-06" }),
    code: "area-not-valid-at-period",
    field: "area",
    nearest: "vn63:01",
  },
  "an area of another province": {
    feed: "prov.01",
    row: { indicator: "cct.met", area: "04", period: "2026-01", value: 1 },
    code: "area-not-in-feed",
    field: "area",
  },
  "a month that does not exist": { row: aTradeRow({ period: "2025-13" }), code: "period-malformed", field: "period" },
  "a period that is a number": { row: aTradeRow({ period: 202503 }), code: "period-malformed", field: "period" },
  "a quarter for a monthly indicator": {
    row: aTradeRow({ period: "2025-Q1" }),
    code: "period-type-mismatch",
    field: "period",
  },
  "an actual value of a month to come": {
    row: aTradeRow({ period: "2199-01" }),
    code: "period-in-future",
    field: "period",
    says: '"scenario": "forecast", "plan" hoặc "target"',
  },
  "a dimension the indicator has not": {
    row: aTradeRow({ breakdown: { owner: "FDI" } }),
    code: "dimension-unknown",
    field: "breakdown/owner",
  },
  "an unknown code of a dimension": {
    row: aTradeRow({ breakdown: { ownership: "FDII" } }),
    code: "code-unknown",
    field: "breakdown/ownership",
    nearest: "FDI",
  },
  "a missing required dimension": {
    feed: "mae",
    row: { indicator: "dis.deaths", area: "VN", period: "2025-03-01", value: 1 },
    code: "dimension-missing",
    field: "breakdown/event",
  },
  "an unknown scenario": {
    row: aTradeRow({ scenario: "actuals" }),
    code: "scenario-not-allowed",
    field: "scenario",
    nearest: "actual",
  },
  "a text for a number": {
    row: aTradeRow({ value: "ba" }),
    code: "value-not-a-number",
    field: "value",
    expected: "a number such as 1234.5",
  },
  "a decimal comma": {
    row: aTradeRow({ value: "38.510,2" }),
    code: "value-not-a-number",
    field: "value",
    expected: "38510.2",
    says: "bỏ dấu phân cách hàng nghìn: 38510.2 (text/csv dùng dấu ; ghi 38510,2 cũng được)",
  },
  "a comma that may group": {
    row: aTradeRow({ value: "1,234" }),
    code: "value-not-a-number",
    field: "value",
    expected: "1234, 1.234",
  },
  "an empty value without a reason": { row: aTradeRow({ value: null }), code: "value-missing", field: "value" },
  "a value with a status of absence": { row: aTradeRow({ status: "M" }), code: "value-missing", field: "value" },
  "a negative amount": { row: aTradeRow({ value: -1 }), code: "value-out-of-range", field: "value" },
  "NaN as a text": { row: aTradeRow({ value: "NaN" }), code: "value-precision", field: "value" },
  "39 digits": {
    row: aTradeRow({ value: "123456789012345678901234567890123456789" }),
    code: "value-precision",
    field: "value",
  },
  "an unknown status": { row: aTradeRow({ status: "X" }), code: "status-unknown", field: "status" },
  "a retraction without its reason": {
    row: aTradeRow({ ...FEBRUARY, value: undefined, retract: true }),
    code: "note-required",
    field: "note",
  },
  "a retraction of nothing": {
    row: aTradeRow({ period: "2025-05", value: undefined, retract: true, note: "gửi nhầm" }),
    code: "nothing-to-retract",
    field: "retract",
  },
  "a State secret": {
    row: aTradeRow({ classification: "mật" }),
    code: "state-secret-refused",
    field: "classification",
  },
};

/** Rows with several faults: pointer and code of each, in any order. */
const SEVERAL: Record<string, { row: object; faults: string[] }> = {
  "an unknown field beside a derived indicator": {
    row: { indicator: "trade.balance", area: "VN", period: "2025-04", value: 3, foo: 1 },
    faults: ["/foo field-unknown", "/indicator indicator-derived"],
  },
  "every code and the value": {
    row: {
      ...aTradeRow({ indicator: "trade.exports.value", area: "VM", period: "2025-13", value: "x", status: "Q" }),
      note: 7,
    },
    faults: [
      "/indicator indicator-unknown",
      "/area area-unknown",
      "/period period-malformed",
      "/value value-not-a-number",
      "/status status-unknown",
      "/note field-unknown",
    ],
  },
  "a breakdown with a wrong type beside a wrong code": {
    row: aTradeRow({ breakdown: { ownership: 7, owner: "FDI" }, period: "2099-01" }),
    faults: ["/breakdown/ownership code-unknown", "/breakdown/owner dimension-unknown", "/period period-in-future"],
  },
  "an unknown area beside a value out of range": {
    row: aTradeRow({ area: "VM", value: -1 }),
    faults: ["/area area-unknown", "/value value-out-of-range"],
  },
  "an unknown indicator beside an empty value": {
    row: aTradeRow({ indicator: "trade.exports.value", value: null }),
    faults: ["/indicator indicator-unknown", "/value value-missing"],
  },
  "a missing area beside a period that does not fit": {
    row: aTradeRow({ area: undefined, period: "2025-Q1", vaule: 1 }),
    faults: ["/area field-missing", "/period period-type-mismatch", "/vaule field-unknown"],
  },
  "a retraction without a reason in an unknown area": {
    row: aTradeRow({ area: "VM", value: undefined, retract: true }),
    faults: ["/area area-unknown", "/note note-required"],
  },
  "a retraction that is none, without a value: no value is missed": {
    row: aTradeRow({ value: undefined, retract: "yes" }),
    faults: ["/retract field-unknown"],
  },
  "an unknown scenario of a derived indicator: what holds for actual values is not said": {
    row: aTradeRow({ indicator: "trade.balance", scenario: "actuals", period: "2099-01" }),
    faults: ["/scenario scenario-not-allowed"],
  },
  "an unknown status beside an empty value: the value is not blamed": {
    row: aTradeRow({ status: "X", value: null }),
    faults: ["/status status-unknown"],
  },
  "a State secret: nothing else is said": {
    row: aTradeRow({ area: "VM", value: "x", classification: "mật" }),
    faults: ["/classification state-secret-refused"],
  },
};

describe("all faults of a row are told in one answer", () => {
  it.each(Object.entries(SEVERAL))("%s", async (_name, { row, faults }) => {
    const answer = await api.submit(aSubmission([row]));
    const told = answer.json.errors.map((it) => `${it.pointer.replace("/observations/0", "")} ${it.code}`);
    expect(told.toSorted()).toEqual(faults.toSorted());
    expect([answer.status, answer.json.errorCount]).toEqual([422, faults.length]);
  });

  it("and a row that is refused is no duplicate of another", async () => {
    const answer = await api.submit(aSubmission([aTradeRow({}), aTradeRow({ foo: 1 }), aTradeRow({})]));
    expect(answer.json.errors.map(({ row, code }) => [row, code])).toEqual([
      [1, "field-unknown"],
      [2, "duplicate-in-batch"],
    ]);
  });
});

describe("a row is refused", () => {
  it.each(Object.entries(CASES))(
    "for %s",
    async (_name, { feed = "mof.customs", row, code, field, nearest, expected, says = "" }) => {
      const answer = await api.submit({ feed, observations: [row] }, { key: server.keys.feeds[feed] ?? "" });
      expect([answer.status, answer.json.errors.map((it) => it.code)]).toEqual([422, [code]]);
      expect(answer.json.errors[0]?.pointer).toBe(`/observations/0/${field}`);
      const [error] = answer.json.errors;
      if (nearest !== undefined) expect(error?.nearest ?? null).toBe(nearest);
      if (expected !== undefined) expect(error?.expected).toBe(expected);
      expect(error?.detailVi).toContain(says);
    },
  );

  it("for a status that goes back, and for changing a final value without a reason", async () => {
    const final = aTradeRow({ period: "2025-04", status: "A" });
    expect((await api.submit(aSubmission([final]))).status).toBe(201);
    const codes = async (change: object) =>
      (await api.submit(aSubmission([aTradeRow({ period: "2025-04", ...change })]))).json.errors.map((it) => it.code);
    expect(await codes({ status: "P" })).toEqual(["status-regression"]);
    expect(await codes({ status: "A", value: 1 })).toEqual(["note-required"]);
    const silent = await api.submit(aSubmission([aTradeRow({ period: "2025-04", status: undefined, value: 1 })]));
    expect(silent.json.errors[0]?.detailVi).toContain("không ghi trạng thái (status) được hiểu là A");
    const changed = await api.submit(
      aSubmission([aTradeRow({ period: "2025-04", status: "A", value: 1, note: "đính chính" })]),
    );
    expect(changed.json.receipt.counts.revised).toBe(1);
  });

  it("for the second of two rows about one cell", async () => {
    const answer = await api.submit(
      aSubmission([aTradeRow(), aTradeRow({ period: "2025-M03", breakdown: { ownership: "_T" } })]),
    );
    const [fault, ...more] = answer.json.errors;
    expect([fault, more]).toMatchObject([{ pointer: "/observations/1", row: 1, code: "duplicate-in-batch" }, []]);
    expect(fault?.got).toBe("trade.export.value VN actual 2025-03");
    expect(fault?.detailVi).toContain("đã có ở dòng 1 (/observations/0)");
    const csv = "indicator,area,period,value\ntrade.export.value,VN,2024-01,1\ntrade.export.value,VN,2024-01,2\n";
    const table = await api.submit(csv, { headers: { "Content-Type": "text/csv" }, query: "?feed=mof.customs" });
    expect(table.json.errors).toMatchObject([
      { row: 1, line: 3, code: "duplicate-in-batch", detailVi: expect.stringContaining("dòng 1 (dòng 2 của tệp)") },
    ]);
  });

  it("for the second of two rows about one cell, though a rule on stored values refuses the first", async () => {
    const cell = { period: "2025-12" };
    await api.submit(aSubmission([aTradeRow({ ...cell, status: "P" })]));
    const rows = [aTradeRow({ ...cell, status: "E", value: 1 }), aTradeRow({ ...cell, status: "P", value: 2 })];
    const answer = await api.submit(aSubmission(rows), { headers: { Prefer: "handling=lenient" } });
    expect(answer.json.errors.map(({ row, code }) => [row, code])).toEqual([
      [0, "status-regression"],
      [1, "duplicate-in-batch"],
    ]);
  });
});

describe("a row", () => {
  it("tells all its faults in one pass", async () => {
    const answer = await api.submit(
      aSubmission([{ indicator: "x.y", area: "zz", period: "2025-13", value: "?", note: 1, extra: 1 }]),
    );
    expect(answer.json.errors.map((it) => it.code).sort()).toEqual([
      "area-unknown",
      "field-unknown",
      "field-unknown",
      "indicator-unknown",
      "period-malformed",
      "value-not-a-number",
    ]);
    const codes = await api.submit(aSubmission([{ indicator: "x.y", area: "ZZ", period: "2025-13", value: 1 }]));
    expect(codes.json.errors.map((it) => it.code).sort()).toEqual([
      "area-unknown",
      "indicator-unknown",
      "period-malformed",
    ]);
  });

  it("that is marked secret is not echoed, and the refusal is remembered without content", async () => {
    const answer = await api.submit(
      aSubmission([aTradeRow({ classification: "tối mật", value: 987654321, note: "không được lộ" })]),
    );
    expect(answer.text).not.toContain("987654321");
    expect(answer.text).not.toContain("không được lộ");
    expect(answer.text).not.toContain("tối mật");
    expect((await secretRefusals()).at(-1)?.details).toBe(`{"count":1,"rows":[0]}`);
  });

  it("that is marked secret is remembered also where the whole submission is refused for its sequence number", async () => {
    const sequence = 4_000;
    expect((await api.submit(aSubmission([aTradeRow({ period: "2025-05" })], { sequence }))).status).toBe(201);
    const before = (await secretRefusals()).length;
    const answer = await api.submit(aSubmission([aTradeRow({ classification: "tối mật" })], { sequence }));
    expect([answer.status, answer.json.code]).toEqual([409, "sequence-conflict"]);
    expect(await secretRefusals()).toHaveLength(before + 1);
  });

  it("is also held against the stored value when another field of it has a fault", async () => {
    const final = { period: "2025-06", status: "A" };
    expect((await api.submit(aSubmission([aTradeRow(final)]))).status).toBe(201);
    const faultsOf = async (change: object) => {
      const answer = await api.submit(aSubmission([aTradeRow({ ...final, ...change })]));
      return answer.json.errors.map(({ pointer, code }) => `${pointer.split("/").at(-1)} ${code}`).sort();
    };
    expect(await faultsOf({ status: "P", value: "?" })).toEqual([
      "status status-regression",
      "value value-not-a-number",
    ]);
    expect(await faultsOf({ value: -1 })).toEqual(["note note-required", "value value-out-of-range"]);
    // What could not be read is in no rule: perhaps nothing changes.
    expect(await faultsOf({ value: "?" })).toEqual(["value value-not-a-number"]);
  });

  it("may be a plan for a derived indicator and for a year to come", async () => {
    const answer = await api.submit(
      aSubmission([
        aTradeRow({ indicator: "trade.balance", scenario: "target", period: "2027", value: -500 }),
        aTradeRow({ scenario: "plan", period: "2027-01" }),
      ]),
    );
    expect([answer.status, answer.json.errors]).toEqual([201, []]);
  });

  it("lists the first 1,000 faults and counts all", async () => {
    const rows = Array.from({ length: 1_500 }, () => aTradeRow({ indicator: "no.such" }));
    const answer = await api.submit(aSubmission(rows));
    expect([answer.json.errors.length, answer.json.errorCount]).toEqual([1_000, 1_500]);
  });
});
