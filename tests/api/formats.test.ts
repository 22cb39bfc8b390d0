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

describe("what a sender prefers", () => {
  const applied = ({ headers }: { headers: Headers }) => headers.get("preference-applied");
  const LAX = { Prefer: "handling=lax, respond-async" };

  it("is told as it was applied, with every answer about rows", async () => {
    const rows = [aTradeRow({ period: "2024-06", value: 7 }), aTradeRow({ period: "2025-13" })];
    const send = (headers: Record<string, string>, query = "") =>
      api.submit(aSubmission(rows), { idempotencyKey: "preferred", headers, query });
    expect(applied(await send({}))).toBe("handling=strict");
    expect(applied(await send(LENIENT, "?dryRun=true"))).toBe("handling=lenient");
    const stored = await send(LENIENT);
    expect([stored.status, applied(stored)]).toEqual([422, "handling=lenient"]);
    // Nothing is applied anew when the stored answer is sent again.
    expect(applied(await send({ Prefer: "handling=strict" }))).toBe("handling=lenient");
  });

  it("and is not understood is ignored, and said so in the answer", async () => {
    const warned = {
      code: "preference-unknown",
      preferences: ["handling=lax", "respond-async"],
      expected: ["handling=strict", "handling=lenient"],
    };
    const good = aSubmission([aTradeRow({ period: "2024-07", value: 7 })]);
    const send = (body: object, query = "") => api.submit(body, { idempotencyKey: "lax", headers: LAX, query });
    const dry = await send(good, "?dryRun=true");
    expect([dry.status, applied(dry), dry.json.warnings]).toMatchObject([200, "handling=strict", [warned]]);
    const refused = await send(aSubmission([aTradeRow({ period: "2025-13" })]));
    expect([refused.status, refused.json.receipt, refused.json.warnings]).toMatchObject([422, undefined, [warned]]);
    const accepted = await send(good);
    expect([accepted.status, applied(accepted), accepted.json.warnings]).toMatchObject([
      201,
      "handling=strict",
      [warned],
    ]);
    expect((await send(good)).text).toBe(accepted.text);
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

describe("SDMX-CSV", () => {
  const SDMX = { "Content-Type": "application/vnd.sdmx.data+csv; version=2.0.0" };
  const HEADER =
    "STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,REF_AREA,OWNERSHIP,SCENARIO,TIME_PERIOD,OBS_VALUE,OBS_STATUS,COMMENT_OBS,MY_OWN";
  const line = (action: string, rest: string) =>
    `dataflow,BCS:OBSERVATIONS(1.0),${action},trade.export.value,VN,${rest}`;
  const send = (...rows: string[]) => api.submit([HEADER, ...rows, ""].join("\r\n"), { headers: SDMX, query: CUSTOMS });
  const cell = async (period: string) => {
    const query = `indicator=trade.export.value&area=VN&from=${period}&to=${period}`;
    const answer = await api.get<{ observations: object[] }>(`/api/v1/observations?${query}`);
    return answer.json.observations[0];
  };

  it("compares the unit that a sender names, and takes no power of ten beside it", async () => {
    const unit = "INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT";
    const sendUnits = (...rows: string[]) =>
      api.submit(
        [`DATAFLOW,${unit}`, ...rows.map((row) => `BCS:OBSERVATIONS(1.0),trade.export.value,VN,${row}`), ""].join("\n"),
        {
          headers: { "Content-Type": "application/vnd.sdmx.data+csv;version=1.0.0" },
          query: `${CUSTOMS}&dryRun=true`,
        },
      );
    expect((await sendUnits("2026-01,5.5,E,musd,0", "2026-02,5.5,E,,")).status).toBe(200);
    const { json } = await sendUnits("2026-01,5.5,E,USD,", "2026-02,5.5,E,musd,6");
    expect(json.errors).toMatchObject([
      { code: "code-unknown", pointer: "/0/UNIT_MEASURE", got: "USD", expected: "musd" },
      { code: "code-unknown", pointer: "/1/UNIT_MULT", got: "6", expected: "0" },
    ]);
  });

  it("is one more spelling of the same rows; columns of the sender's own are passed over", async () => {
    const json = await api.submit(
      aSubmission([
        aTradeRow({ period: "2026-01", value: 5.5 }),
        aTradeRow({ period: "2026-01", breakdown: { ownership: "FDI" }, value: 4 }),
      ]),
    );
    const sdmx = await send(line("I", "_T,actual,2026-01,5.50,E,,x"), line("M", "FDI,actual,2026-01,4,E,,"));
    expect(sdmx.json.receipt.rowsRoot).toBe(json.json.receipt.rowsRoot);
    const labelled = await api.submit(
      "DATAFLOW;INDICATOR: Chỉ số;REF_AREA: Địa bàn;TIME_PERIOD: Kỳ;OBS_VALUE: Giá trị;OBS_STATUS: Trạng thái\n" +
        "BCS:OBSERVATIONS(1.0): Số liệu;trade.export.value: Xuất khẩu;VN: Cả nước;2026-01;5.5;E: Ước tính\n",
      { headers: { "Content-Type": "application/vnd.sdmx.data+csv;version=1.0.0" }, query: CUSTOMS },
    );
    expect([labelled.status, labelled.json.receipt.counts.unchanged]).toEqual([201, 1]);
  });

  it("M leaves what it does not name as it is stored; R replaces all of it", async () => {
    await send(line("M", "_T,actual,2026-02,7,E,,"));
    expect((await send(line("M", "_T,actual,2026-02,,P,số sơ bộ,"))).json.receipt.counts.revised).toBe(1);
    expect(await cell("2026-02")).toMatchObject({ value: 7, status: "P" });
    expect((await send(line("M", "_T,actual,2026-02,8,,,"))).json.receipt.counts.revised).toBe(1);
    expect(await cell("2026-02")).toMatchObject({ value: 8, status: "P" });
    expect((await send(line("M", "_T,actual,2026-02,,,,"))).json.receipt.counts.unchanged).toBe(1);
    expect((await send(line("R", "_T,actual,2026-02,9,,,"))).json.receipt.counts.revised).toBe(1);
    expect(await cell("2026-02")).toMatchObject({ value: 9, status: "A" });
  });

  it("keeps NaN, a value that is missing on purpose, apart from no value", async () => {
    expect((await send(line("M", "_T,actual,2026-03,NaN,,,"))).status).toBe(201);
    expect(await cell("2026-03")).toMatchObject({ value: null, status: "O" });
    const faults = async (row: string) => (await send(row)).json.errors.map(({ pointer, code }) => [pointer, code]);
    expect(await faults(line("M", "_T,actual,2026-04,,E,,"))).toEqual([["/0/OBS_VALUE", "value-missing"]]);
    expect(await faults(line("R", "_T,actual,2026-04,,E,,"))).toEqual([["/0/OBS_VALUE", "value-missing"]]);
    expect(await faults(line("M", "_T,actual,2026-04,NaN,E,,"))).toEqual([["/0/OBS_VALUE", "value-missing"]]);
  });

  it("D takes one whole observation back, and nothing by wildcard", async () => {
    await send(line("M", "_T,actual,2026-05,7,E,,"));
    const codes = async (row: string) => (await send(row)).json.errors.map(({ pointer, code }) => [pointer, code]);
    expect(await codes(line("D", ",actual,2026-05,,,,"))).toEqual([["/0/OWNERSHIP", "field-missing"]]);
    expect(await codes(line("D", "_T,actual,,,,,"))).toEqual([["/0/TIME_PERIOD", "field-missing"]]);
    expect(await codes(line("D", "_T,actual,2026-05,,-,,"))).toEqual([["/0/OBS_STATUS", "field-unknown"]]);
    expect(await codes(line("X", "_T,actual,2026-05,,,,"))).toEqual([["/0/ACTION", "field-unknown"]]);
    expect((await send(line("D", "_T,actual,2026-05,7,,gửi nhầm,"))).json.receipt.counts.retracted).toBe(1);
    expect(await cell("2026-05")).toMatchObject({ value: null, missing: "retracted", note: "gửi nhầm" });
  });

  it("D needs its reason as a retraction in any format does, on an official value too", async () => {
    await send(line("M", "_T,actual,2026-08,7,A,,"));
    const bare = await send(line("D", "_T,actual,2026-08,,,,"));
    const json = await api.submit(
      aSubmission([aTradeRow({ period: "2026-08", value: undefined, status: undefined, retract: true })]),
    );
    const told = ({ json: { errors } }: typeof bare) => errors.map(({ code, detailVi }) => [code, detailVi]);
    expect([bare.status, told(bare)]).toEqual([422, told(json)]);
    expect(told(bare).map(([code]) => code)).toEqual(["note-required"]);
    expect(bare.json.errors[0]?.pointer).toBe("/0/BCS_REASON");
    expect(await cell("2026-08")).toMatchObject({ value: 7, status: "A" });
    const reasons = HEADER.replace("MY_OWN", "BCS_REASON");
    const given = await api.submit(`${reasons}\n${line("D", "_T,actual,2026-08,,,,'=rút theo công văn")}\n`, {
      headers: SDMX,
      query: CUSTOMS,
    });
    expect(given.json.receipt.counts.retracted).toBe(1);
    expect(await cell("2026-08")).toMatchObject({ missing: "retracted", note: "=rút theo công văn" });
  });

  it("is one message, one write", async () => {
    const answer = await send(line("M", "_T,actual,2026-06,1,E,,"), line("D", "_T,actual,2026-07,0,,nhầm,"));
    expect(answer.json.errors).toMatchObject([{ row: 1, line: 3, code: "nothing-to-retract" }]);
    expect(await cell("2026-06")).toBeUndefined();
  });

  it("is about the structure served here", async () => {
    const other = `${HEADER}\ndataflow,ESTAT:NA_MAIN(1.6.0),M,trade.export.value,VN,_T,actual,2026-06,1,E,,\n`;
    const answer = await api.submit(other, { headers: SDMX, query: CUSTOMS });
    expect([answer.status, answer.json.code, answer.text.includes("BCS:OBSERVATIONS(1.0)")]).toEqual([
      400,
      "body-malformed",
      true,
    ]);
  });
});
