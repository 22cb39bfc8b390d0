import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type ApiClient,
  apiClient,
  aSubmission,
  aTradeRow,
  type SubmissionAnswer,
} from "../support/http/api-client.ts";
import { type SeededServer, startSeededServer } from "../support/seeded-server.ts";

let server: SeededServer;
let api: ApiClient;

beforeAll(async () => {
  server = await startSeededServer();
  api = apiClient(server);
});
afterAll(() => server.remove());

const NDJSON = { "Content-Type": "application/x-ndjson" };
const CSV = { "Content-Type": "text/csv; charset=utf-8" };
const CUSTOMS = "?feed=mof.customs";
const LENIENT = { Prefer: "handling=lenient" };

const lines = (...rows: object[]) => rows.map((row) => JSON.stringify(row)).join("\n");
const stored = async (period: string) => {
  const query = `indicator=trade.export.value&area=VN&from=${period}&to=${period}`;
  return (await api.get<{ observations: { value: number }[] }>(`/api/v1/observations?${query}`)).json.observations;
};

describe("one batch in every format", () => {
  it("has one root of its rows, and the second is unchanged", async () => {
    const rows = [
      aTradeRow({ period: "2025-03", value: 38510.25 }),
      aTradeRow({ period: "2025-03", breakdown: { ownership: "FDI" }, value: "28000.50", status: "E" }),
      aTradeRow({ period: "2025-02", value: null, status: "M", note: 'chưa có, "chờ" xác nhận' }),
    ];
    const json = await api.submit(aSubmission(rows));
    const ndjson = await api.submit(lines({ feed: "mof.customs" }, ...rows), { headers: NDJSON });
    const comma = await api.submit(
      "indicator,area,period,value,status,ownership,note\n" +
        "trade.export.value,VN,2025-03,38510.25,E,,\n" +
        "trade.export.value,VN,2025-03,28000.50,E,FDI,\n" +
        'trade.export.value,VN,2025-02,,M,,"chưa có, ""chờ"" xác nhận"\n',
      { headers: CSV, query: CUSTOMS },
    );
    const semicolon = await api.submit(
      "\uFEFFindicator;area;period;value;status;ownership;note\r\n" +
        "trade.export.value;VN;2025-M03;38510,250;E;_T;\r\n" +
        "trade.export.value;VN;2025-03;28000,50;E;FDI;\r\n" +
        'trade.export.value;VN;2025-02;;M;;"chưa có, ""chờ"" xác nhận"\r\n',
      { headers: CSV, query: CUSTOMS },
    );
    const answers = [json, ndjson, comma, semicolon];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map((it) => it.json.receipt.rowsRoot)).size).toBe(1);
    expect(new Set(answers.map((it) => it.json.receipt.contentSha256)).size).toBe(4);
    expect(answers.map((it) => it.json.receipt.counts.unchanged)).toEqual([0, 3, 3, 3]);
  });

  it("points into what was sent", async () => {
    const ndjson = await api.submit(lines({ feed: "mof.customs" }, aTradeRow({ value: "?" })), { headers: NDJSON });
    expect(ndjson.json.errors).toMatchObject([{ pointer: "/observations/0/value", row: 0, line: 2 }]);
    const csv = await api.submit(
      'indicator,area,period,value,note,owner\ntrade.export.value,VN,2025-04,1,"hai\ndòng",\ntrade.export.value,VN,2025-13,"1,5",,FDI\n',
      { headers: CSV, query: CUSTOMS },
    );
    expect(csv.json.errors).toMatchObject([
      { pointer: "/1/owner", row: 1, line: 4, code: "dimension-unknown" },
      { pointer: "/1/period", row: 1, line: 4, code: "period-malformed" },
      { pointer: "/1/value", row: 1, line: 4, code: "value-not-a-number", expected: "1.5" },
    ]);
  });

  it("is refused with its line where it is no such format", async () => {
    const broken = await api.submit(`{"feed":"mof.customs"}\n{"indicator":`, { headers: NDJSON });
    expect([broken.status, broken.json]).toMatchObject([400, { code: "body-malformed", line: 2 }]);
    const ragged = await api.submit("indicator,area,period,value\na,b\n", { headers: CSV, query: CUSTOMS });
    expect([ragged.status, ragged.json]).toMatchObject([400, { code: "body-malformed", line: 2 }]);
  });

  it("has its envelope in one place", async () => {
    const body = "indicator,area,period,value\ntrade.export.value,VN,2025-05,1\n";
    const codes = async (query: string, headers: Record<string, string>, content: string | object = body) =>
      (await api.submit(content, { headers, query })).json.code;
    expect(await codes("", CSV)).toBe("parameter-malformed");
    expect(await codes("?feed=mof.nso", CSV)).toBe("feed-not-allowed");
    expect(await codes(`${CUSTOMS}&sentAt=yesterday`, CSV)).toBe("parameter-malformed");
    expect(await codes(`${CUSTOMS}&sequence=-1`, CSV)).toBe("parameter-malformed");
    expect(await codes(CUSTOMS, {}, aSubmission([aTradeRow()]))).toBe("parameter-unknown");
    const sent = await api.submit(body, { headers: CSV, query: `${CUSTOMS}&sequence=77&sentAt=2025-06-01T08:00:00Z` });
    expect(sent.json.receipt).toMatchObject({ sequence: 77 });
  });
});

describe("a lenient submission", () => {
  const rows = [aTradeRow({ period: "2025-06", value: 7 }), aTradeRow({ period: "2025-13" }), aTradeRow({ foo: 1 })];

  it("stores the sound rows and is still no 2xx; its repetition gets the same bytes", async () => {
    const send = () => api.submit(aSubmission(rows), { idempotencyKey: "lenient", headers: LENIENT });
    const first = await send();
    expect(first.status).toBe(422);
    expect(first.json).toMatchObject({
      code: "rows-refused",
      errorCount: 2,
      receipt: { counts: { received: 3, created: 1, rejected: 2 } },
    });
    expect((await stored("2025-06")).map(({ value }) => value)).toEqual([7]);
    const again = await send();
    expect([again.status, again.text, again.headers.get("idempotent-replayed")]).toEqual([422, first.text, "true"]);
    const receipt = await api.get<{ rows: { outcome: string }[] }>(`/api/v1/submissions/${first.json.receipt.id}`);
    expect(receipt.json.rows.map(({ outcome }) => outcome)).toEqual(["created", "rejected", "rejected"]);
  });

  it("of which nothing is sound stores nothing and leaves its key free", async () => {
    const send = (row: object) => api.submit(aSubmission([row]), { idempotencyKey: "hopeless", headers: LENIENT });
    const refused = await send(aTradeRow({ period: "2025-13" }));
    expect([refused.status, refused.json.receipt]).toEqual([422, undefined]);
    expect((await send(aTradeRow({ period: "2025-07" }))).status).toBe(201);
  });

  it("leaves out rows that the stored value refuses", async () => {
    const final = { period: "2025-08", status: "A", value: 5 };
    expect((await api.submit(aSubmission([aTradeRow(final)]))).status).toBe(201);
    const answer = await api.submit(
      aSubmission([aTradeRow({ ...final, status: "P" }), aTradeRow({ period: "2025-09", value: 6 })]),
      { headers: LENIENT },
    );
    expect(answer.json.errors).toMatchObject([{ row: 0, code: "status-regression" }]);
    expect([await stored("2025-08"), await stored("2025-09")]).toMatchObject([[{ value: 5 }], [{ value: 6 }]]);
  });

  it("without a fault is as any other", async () => {
    const answer = await api.submit(aSubmission([aTradeRow({ period: "2025-10" })]), { headers: LENIENT });
    expect(answer.status).toBe(201);
  });
});

describe("a dry run", () => {
  const dry = (body: object, headers: Record<string, string> = {}) =>
    api.submit<SubmissionAnswer & { dryRun: boolean; counts: object; derived: number }>(body, {
      query: "?dryRun=true",
      idempotencyKey: "dry",
      headers,
    });
  const body = aSubmission([aTradeRow({ period: "2025-11", value: 9 }), aTradeRow({ period: "2025-02", value: 9 })]);

  it("says what would happen, stores nothing, and leaves its key free", async () => {
    const before = await api.get("/api/v1/feeds/mof.customs", { key: server.keys.feeds["mof.customs"] ?? "" });
    const answer = await dry(body);
    expect([answer.status, answer.json]).toMatchObject([
      200,
      { dryRun: true, receipt: null, counts: { received: 2, created: 1, revised: 1 }, errors: [], errorCount: 0 },
    ]);
    expect(answer.json.derived).toBeGreaterThan(0);
    expect(await stored("2025-11")).toEqual([]);
    const after = await api.get("/api/v1/feeds/mof.customs", { key: server.keys.feeds["mof.customs"] ?? "" });
    expect(after.json).toEqual(before.json);
    const real = await api.submit(body, { idempotencyKey: "dry" });
    expect([real.status, real.json.receipt.counts]).toMatchObject([201, { created: 1, revised: 1 }]);
    expect((await dry(body)).json.counts).toMatchObject({ unchanged: 2 });
  });

  it("tells every fault, also in what would be stored of the rest", async () => {
    const faulty = aSubmission([aTradeRow({ period: "2025-12", value: 1 }), aTradeRow({ period: "2025-13" })]);
    const strict = await dry(faulty);
    expect([strict.status, strict.json.errorCount, strict.json.counts]).toEqual([422, 1, undefined]);
    const lenient = await dry(faulty, LENIENT);
    expect([lenient.status, lenient.json]).toMatchObject([422, { counts: { created: 1, rejected: 1 }, receipt: null }]);
    expect(await stored("2025-12")).toEqual([]);
  });
});
