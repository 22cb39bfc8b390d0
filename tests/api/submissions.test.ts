import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ApiClient, apiClient, aSubmission, aTradeRow } from "../support/http/api-client.ts";
import type { ApiObservation } from "../support/http/system-client.ts";
import { type SeededServer, startSeededServer } from "../support/seeded-server.ts";

let server: SeededServer;
let api: ApiClient;

beforeAll(async () => {
  server = await startSeededServer();
  api = apiClient(server);
});
afterAll(() => server.remove());

interface List {
  observations: ApiObservation[];
}

async function observed(query: string): Promise<ApiObservation[]> {
  return (await api.get<List>(`/api/v1/observations?area=VN&${query}`)).json.observations;
}

const MARCH = [aTradeRow({ value: "38510.20" }), aTradeRow({ indicator: "trade.import.value", value: 36880.1 })];

describe("a pushed month", () => {
  it("is answered with a receipt, and everything computed from it is there at once", async () => {
    const answer = await api.submit(aSubmission(MARCH), { idempotencyKey: "march" });
    expect(answer.status).toBe(201);
    expect(answer.headers.get("location")).toBe(`/api/v1/submissions/${answer.json.receipt.id}`);
    expect(answer.json.receipt.counts).toEqual({
      received: 2,
      created: 2,
      revised: 0,
      unchanged: 0,
      retracted: 0,
      rejected: 0,
    });
    expect(answer.json.receipt.contentSha256).toBe(
      createHash("sha256")
        .update(JSON.stringify(aSubmission(MARCH)))
        .digest("hex"),
    );
    const [exports, balance, total, growth] = await Promise.all(
      ["trade.export.value", "trade.balance", "trade.total", "trade.export.yoy"].map((code) =>
        observed(`indicator=${code}&from=2025-03&to=2025-03`),
      ),
    );
    expect(exports?.[0]).toMatchObject({
      value: 38510.2,
      valueText: "38510.20",
      status: "E",
      origin: "reported",
      feed: "mof.customs",
    });
    expect(balance?.[0]?.value).toBeCloseTo(38510.2 - 36880.1, 9);
    expect(total?.[0]?.value).toBeCloseTo(38510.2 + 36880.1, 9);
    const months = await observed("indicator=trade.export.value&from=2024-01&to=2025-03");
    const sum = (ids: string[]) =>
      months.filter((it) => ids.includes(it.period)).reduce((total_, it) => total_ + (it.value ?? Number.NaN), 0);
    const [now, before] = [sum(["2025-01", "2025-02", "2025-03"]), sum(["2024-01", "2024-02", "2024-03"])];
    expect(growth?.[0]?.value).toBeCloseTo((now / before - 1) * 100, 9);
  });

  it("is answered with the same bytes when it is sent again", async () => {
    const first = await api.submit(aSubmission(MARCH), { idempotencyKey: "march" });
    const again = await api.submit(aSubmission(MARCH), { idempotencyKey: "march" });
    expect(again.status).toBe(200);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(again.text).toBe(first.text);
    const other = await api.submit(aSubmission([aTradeRow({ value: 1 })]), { idempotencyKey: "march" });
    expect([other.status, other.json.code]).toEqual([422, "idempotency-key-reused"]);
  });

  it("counts rows that say nothing new as unchanged and makes no revision", async () => {
    const answer = await api.submit(aSubmission([aTradeRow({ value: 38510.2 })]));
    expect(answer.json.receipt.counts).toMatchObject({ unchanged: 1, revised: 0 });
    expect((await observed("indicator=trade.export.value&from=2025-03"))[0]?.revision).toBe(1);
  });

  it("makes a revision when the value changes; the earlier one stays readable as of its moment", async () => {
    const before = (await observed("indicator=trade.export.value&from=2025-03"))[0];
    const answer = await api.submit(aSubmission([aTradeRow({ value: 38600, status: "P" })]));
    expect(answer.json.receipt.counts.revised).toBe(1);
    const now = (await observed("indicator=trade.export.value&from=2025-03"))[0];
    expect(now).toMatchObject({ value: 38600, revision: 2, status: "P" });
    const balance = (await observed("indicator=trade.balance&from=2025-03"))[0];
    expect(balance).toMatchObject({ revision: 2 });
    for (const asOf of [String(before?.commitSeq), encodeURIComponent(before?.recordedAt ?? "")]) {
      const then = await observed(`indicator=trade.export.value&from=2025-03&asOf=${asOf}`);
      expect(then[0]).toMatchObject({ value: 38510.2, revision: 1, status: "E" });
      const balanceThen = await observed(`indicator=trade.balance&from=2025-03&asOf=${asOf}`);
      expect(balanceThen[0]?.value).toBeCloseTo(38510.2 - 36880.1, 9);
    }
  });

  it("is retracted with a reason: what is computed from it goes missing, a later value is a revision", async () => {
    const row = { indicator: "trade.import.value", area: "VN", period: "2025-03" };
    const retracted = await api.submit(aSubmission([{ ...row, retract: true, note: "gửi nhầm" }]));
    expect(retracted.json.receipt.counts.retracted).toBe(1);
    expect((await observed("indicator=trade.balance&from=2025-03"))[0]).toMatchObject({
      value: null,
      missing: "retracted",
    });
    const again = await api.submit(aSubmission([{ ...row, retract: true, note: "gửi nhầm" }]));
    expect(again.json.errors[0]?.code).toBe("nothing-to-retract");
    const back = await api.submit(aSubmission([{ ...row, value: 36880.1, status: "E" }]));
    expect(back.json.receipt.counts.revised).toBe(1);
    expect((await observed("indicator=trade.balance&from=2025-03"))[0]?.value).toBeCloseTo(38600 - 36880.1, 9);
  });
});

describe("the status of what is computed", () => {
  const MONTH = "from=1991-05&to=1991-05";
  const imports = (fields: object) => aTradeRow({ indicator: "trade.import.value", period: "1991-05", ...fields });
  const exports = (fields: object) => aTradeRow({ period: "1991-05", ...fields });

  it("is the least firm of its operands, and is revised with it alone", async () => {
    await api.submit(aSubmission([exports({ value: 300, status: "E" }), imports({ value: 200, status: "E" })]));
    const [balance] = await observed(`indicator=trade.balance&${MONTH}`);
    expect(balance).toMatchObject({ value: 100, status: "E", revision: 1, origin: "computed" });
    await api.submit(aSubmission([exports({ value: 300, status: "P" })]));
    expect((await observed(`indicator=trade.balance&${MONTH}`))[0]).toMatchObject({ status: "E", revision: 1 });
    await api.submit(aSubmission([imports({ value: 200, status: "P" })]));
    const [firmer] = await observed(`indicator=trade.balance&${MONTH}`);
    expect(firmer).toMatchObject({ value: 100, status: "P", revision: 2 });
    const [then] = await observed(`indicator=trade.balance&${MONTH}&asOf=${balance?.commitSeq}`);
    expect(then).toMatchObject({ status: "E", revision: 1 });
  });

  it("stands in the explanation, and goes with the value", async () => {
    const path = "/api/v1/observations/explain?indicator=trade.balance&area=VN&period=1991-05";
    const { json } = await api.get<{ status: string; operands: { status: string }[] }>(path);
    expect([json.status, ...json.operands.map((it) => it.status)]).toEqual(["P", "P", "P"]);
    await api.submit(aSubmission([imports({ value: undefined, retract: true, note: "gửi nhầm" })]));
    const [gone] = await observed(`indicator=trade.balance&${MONTH}`);
    expect(gone).toMatchObject({ value: null, missing: "retracted", status: null });
  });
});

describe("a batch with faults", () => {
  it("lists every fault of every row with pointer, Vietnamese text and nearest code, and stores nothing", async () => {
    const head = (await api.get<{ commitSeq: number }>("/readyz")).json.commitSeq;
    const answer = await api.submit(
      aSubmission([
        aTradeRow({ indicator: "trade.exprt.value" }),
        aTradeRow({ area: "VM" }),
        aTradeRow({ period: "2025-13" }),
        aTradeRow({ period: "2025-04", value: "abc" }),
        aTradeRow({ period: "2025-04", breakdown: { ownership: "FDJ" } }),
        aTradeRow({ period: "2025-05" }),
      ]),
    );
    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(answer.json.errorCount).toBe(5);
    expect(answer.json.errors.map(({ pointer, code, nearest }) => [pointer, code, nearest ?? null])).toEqual([
      ["/observations/0/indicator", "indicator-unknown", "trade.export.value"],
      ["/observations/1/area", "area-unknown", "VN"],
      ["/observations/2/period", "period-malformed", null],
      ["/observations/3/value", "value-not-a-number", null],
      ["/observations/4/breakdown/ownership", "code-unknown", "FDI"],
    ]);
    for (const { detailVi } of answer.json.errors) expect(detailVi).toMatch(/[àáảãạăâđêôơưếệểốộớợịọụứừ]/i);
    expect((await api.get<{ commitSeq: number }>("/readyz")).json.commitSeq).toBe(head);
    expect(await observed("indicator=trade.export.value&from=2025-05")).toEqual([]);
  });
});

describe("the body", () => {
  it("may be gzip, and its digest is checked over the bytes on the wire", async () => {
    const wire = gzipSync(JSON.stringify(aSubmission([aTradeRow({ period: "2025-06" })])));
    const digest = (bytes: Uint8Array) => `sha-256=:${createHash("sha256").update(bytes).digest("base64")}:`;
    const headers = { "Content-Encoding": "gzip", "Content-Digest": digest(wire) };
    expect((await api.submit(wire, { headers })).status).toBe(201);
    for (const wrong of [digest(Buffer.from("other")), "sha-256=abc", "md5=:AAAA:"]) {
      const refused = await api.submit(wire, { headers: { ...headers, "Content-Digest": wrong } });
      expect([refused.status, refused.json.code]).toEqual([400, "digest-mismatch"]);
    }
    const broken = await api.submit(wire.subarray(0, 40), { headers: { "Content-Encoding": "gzip" } });
    expect([broken.status, broken.json.code]).toEqual([400, "body-malformed"]);
  });

  it("is refused while it is inflated, not after", async () => {
    const bomb = gzipSync(Buffer.alloc(129 * 1024 * 1024, 0x20));
    const answer = await api.submit(bomb, { headers: { "Content-Encoding": "gzip" } });
    expect(answer.status).toBe(413);
    expect(answer.json).toMatchObject({ code: "too-large", limit: "inflatedBytes" });
  });

  it("has one Merkle root for equal rows, however they are spelled", async () => {
    const spelled = aTradeRow({
      period: "2025-07",
      value: "39000.50",
      scenario: "actual",
      breakdown: { ownership: "_T" },
    });
    const short = aTradeRow({ period: "202507", value: 39000.5 });
    const one = await api.submit(aSubmission([spelled]));
    const two = await api.submit(aSubmission([short]));
    expect(two.json.receipt.rowsRoot).toBe(one.json.receipt.rowsRoot);
    expect(two.json.receipt.counts.unchanged).toBe(1);
  });
});

describe("sequence numbers", () => {
  it("show gaps, answer repetition with the first receipt and refuse other content", async () => {
    const body = (sequence: number, period: string) => aSubmission([aTradeRow({ period })], { sequence });
    const first = await api.submit(body(10, "2025-08"), { idempotencyKey: "s10" });
    expect(first.status).toBe(201);
    const sameAgain = await api.submit(body(10, "2025-08"), { idempotencyKey: "s10-new-key" });
    expect([sameAgain.status, sameAgain.text]).toEqual([200, first.text]);
    const conflict = await api.submit(body(10, "2025-09"));
    expect([conflict.status, conflict.json.code]).toEqual([409, "sequence-conflict"]);
    const afterGap = await api.submit(body(13, "2025-09"));
    expect(afterGap.json.warnings).toMatchObject([{ code: "sequence-gap", first: 11, last: 12 }]);
    const feed = await api.get<{ lastSequence: number; gaps: { first: number; last: number }[] }>(
      "/api/v1/feeds/mof.customs",
    );
    expect(feed.json).toMatchObject({ lastSequence: 13, gaps: [{ first: 11, last: 12 }] });
  });
});

describe("a submission", () => {
  it("can be asked for by id and by idempotency key, with the outcome of each row", async () => {
    const sent = await api.submit(aSubmission([aTradeRow({ period: "2025-10" })]), { idempotencyKey: "asked" });
    const customs = server.keys.feeds["mof.customs"] ?? "";
    for (const path of [`/api/v1/submissions/${sent.json.receipt.id}`, "/api/v1/submissions?idempotencyKey=asked"]) {
      const found = await api.get(path, { key: customs });
      expect(found.json).toMatchObject({ receipt: sent.json.receipt, rows: [{ row: 0, outcome: "created" }] });
    }
    const stranger = await api.get(`/api/v1/submissions/${sent.json.receipt.id}`, {
      key: server.keys.feeds["moh"] ?? "",
    });
    expect(stranger.status).toBe(404);
  });
});
