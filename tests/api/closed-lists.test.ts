import { readFileSync } from "node:fs";
import { type ClientRequest, request as httpRequest } from "node:http";
import { ROW_ERROR_CODES, type RowErrorCode } from "@bochiso/shared/submission";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PROBLEMS, type ProblemCode } from "../../server/src/edges/rest/problems.ts";
import { contractOf } from "../../server/src/feeds/change-contract.ts";
import { FORMER_UNITS } from "../proofs/kit/province-months.ts";
import { type ApiClient, apiClient, aSubmission, aTradeRow } from "../support/http/api-client.ts";
import { type SeededServer, startSeededServer } from "../support/seeded-server.ts";

let server: SeededServer;
let api: ApiClient;

/** Few enough that a key can use them up; the others of this file stay below. */
const REQUESTS_PER_SECOND = 15;

beforeAll(async () => {
  server = await startSeededServer({ variables: { BOCHISO_REQUESTS_PER_SECOND: String(REQUESTS_PER_SECOND) } });
  api = apiClient(server);
  const by = "Trần Thị Chốt, kiểm thử";
  const reason = "đã báo cáo Chính phủ";
  const input = { indicators: ["trade.import.value"], area: "VN", period: "2019", reason, by };
  await server.services.writer.execute({ name: "lock-period", input });
});
afterAll(() => server.remove());

interface Told {
  status: number;
  code: string;
  retryAfter: string | null;
}

function expectStatus(told: { status: number }, status: number): void {
  expect(told.status).toBe(status);
}

function expectReadyOnLowStorage({ status, json }: { status: number; json: unknown }): void {
  expect([status, json]).toMatchObject([200, { status: "ready", storage: "low" }]);
}

async function push(rows: readonly object[], options: Parameters<ApiClient["submit"]>[1] = {}): Promise<Told> {
  return post(aSubmission(rows), options);
}

async function post(body: object | string, options: Parameters<ApiClient["submit"]>[1] = {}): Promise<Told> {
  const { status, json, headers } = await api.submit(body, options);
  return { status, code: json.code, retryAfter: headers.get("retry-after") };
}

/** The first answer with a status; others are asked again for a while. */
async function soon(status: number, ask: () => Promise<Told>): Promise<Told> {
  let told: Told | undefined;
  const asked = async (): Promise<number> => {
    told = await ask();
    return told.status;
  };
  await expect.poll(asked, { timeout: 10_000 }).toBe(status);
  if (told === undefined) throw new Error("nothing was told");
  return told;
}

/** Time for a request to arrive before the next; where it is too short the next one is repeated. */
const headStart = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 150));

const keyOf = (feed: string) => ({ key: server.keys.feeds[feed] ?? "" });

/** A request whose body never comes, to be let go of afterwards. */
function pending(mib: number, idempotencyKey: string) {
  const { key } = keyOf("mof.customs");
  const request = httpRequest(`${server.url}/api/v1/submissions`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${key}`,
      "Idempotency-Key": idempotencyKey,
      "Content-Type": "application/json",
      "Content-Length": String(mib * 1024 * 1024),
    },
  });
  request.on("error", () => undefined);
  request.on("response", () => answered.add(request));
  request.flushHeaders();
  return request;
}

const answered = new WeakSet<ClientRequest>();
const isAnswered = (request: ClientRequest): boolean => answered.has(request);

/** What stands in push-api as the closed list of request-level codes, each with a way to be told it. */
const REQUESTS = {
  "idempotency-key-missing": () => push([aTradeRow()], { headers: { "Idempotency-Key": "" } }),
  "body-malformed": () => post("{"),
  "digest-mismatch": () => push([aTradeRow()], { headers: { "Content-Digest": "sha-256=:AAAA:" } }),
  "parameter-unknown": () => push([aTradeRow()], { query: "?dry=true" }),
  "not-supported": async () => {
    const { status, json } = await api.get<{ code: string }>("/sdmx/v2/structure");
    return { status, code: json.code, retryAfter: null };
  },
  "key-invalid": () => push([aTradeRow()], { key: "bcs_none_none" }),
  "feed-not-allowed": () => post(aSubmission([aTradeRow()], { feed: "moh" })),
  "idempotency-key-in-use": async () => {
    let first = pending(1, "in-use");
    const told = await soon(409, async () => {
      // Where the other one came first, this one was told so.
      if (isAnswered(first)) first = pending(1, "in-use");
      await headStart();
      return push([aTradeRow({ value: "x" })], { idempotencyKey: "in-use" });
    });
    first.destroy();
    return told;
  },
  "sequence-conflict": async () => {
    await post(aSubmission([aTradeRow({ period: "2018-01" })], { sequence: 1 }));
    return post(aSubmission([aTradeRow({ period: "2018-02" })], { sequence: 1 }));
  },
  "sequence-gap": async () => {
    await post(aSubmission([aTradeRow({ period: "2018-03" })], { sequence: 2 }));
    await refuseGaps("mof.customs");
    return post(aSubmission([aTradeRow({ period: "2018-04" })], { sequence: 9 }));
  },
  "too-large": () => push([aTradeRow({ note: "x".repeat(5_000) })]),
  "effect-too-large": () => push(exportsOfAllUnits(50_000)),
  "media-type-unknown": () => push([aTradeRow()], { headers: { "Content-Type": "application/xml" } }),
  "idempotency-key-reused": async () => {
    await push([aTradeRow({ period: "2018-05" })], { idempotencyKey: "reused" });
    return push([aTradeRow({ period: "2018-06" })], { idempotencyKey: "reused" });
  },
  "rate-limited": async () => {
    for (let at = 0; at < 40 * REQUESTS_PER_SECOND; at += 1) {
      const told = await post("{", { ...keyOf("moh"), headers: { "Idempotency-Key": "" } });
      if (told.status === 429) return told;
    }
    throw new Error("a key was never told to slow down");
  },
  busy: async () => {
    const crowd = Array.from({ length: 7 }, (_, at) => pending(32, `crowd-${at}`));
    await headStart();
    const told = await soon(503, () => post(aSubmission(manyRows(200))));
    // What cannot wait has room of its own.
    expectStatus(await push([aTradeRow({ value: "x" })]), 422);
    for (const request of crowd) request.destroy();
    return told;
  },
  "storage-low": async () => {
    const { storageGate } = server.services;
    storageGate.noteFull();
    const told = await push([aTradeRow({ period: "2018-07" })]);
    const ready = await api.get("/readyz", { key: null });
    expectReadyOnLowStorage(ready);
    expectStatus(await api.get("/api/v1/observations?indicator=trade.export.value&area=VN&limit=1"), 200);
    storageGate.look();
    expectStatus(await push([aTradeRow({ period: "2018-07" })]), 201);
    return told;
  },
} satisfies Partial<Record<ProblemCode, () => Promise<Told>>>;

/** Told at other addresses or never on purpose: no part of the closed list of submissions. */
const ELSEWHERE = [
  "parameter-malformed",
  "not-found",
  "method-not-allowed",
  "not-acceptable",
  "rows-refused",
  "storage-failed",
  "time-aggregation-refused",
  "internal",
];

function manyRows(count: number): object[] {
  return Array.from({ length: count }, (_, at) => aTradeRow({ period: "2017-01", value: "x", note: `${at}` }));
}

function exportsOfAllUnits(count: number): object[] {
  return Array.from({ length: count }, (_, at) => {
    const month = Math.floor(at / FORMER_UNITS.length);
    const period = `${1900 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    return {
      indicator: "trade.export.value",
      area: `vn63:${FORMER_UNITS[at % FORMER_UNITS.length]}`,
      period,
      value: 1,
      status: "E",
    };
  });
}

async function refuseGaps(feed: string): Promise<void> {
  const { store, catalogue, writer, clock } = server.services;
  const stored = (await store.read((tx) => catalogue.current(tx))).feeds.get(feed);
  if (stored === undefined) throw new Error(`there is no feed ${feed}`);
  const seen = contractOf(stored);
  const contract = { ...seen, gapPolicy: "refuse" as const };
  const input = { feed, seen, contract, reason: "kiểm thử", at: clock.now().toISOString(), actor: "test" };
  await writer.execute({ name: "change-feed-contract", input });
}

describe("every request-level code", () => {
  it("stands in the closed list or is told elsewhere", () => {
    expect([...Object.keys(REQUESTS), ...ELSEWHERE].sort()).toEqual(Object.keys(PROBLEMS).sort());
  });

  it.each(Object.entries(REQUESTS))("%s", async (code, tell) => {
    const told = await tell();
    const { status } = PROBLEMS[code as keyof typeof REQUESTS];
    expect([told.code, told.status]).toEqual([code, status]);
    // Whoever is told to come back is told when.
    expect(told.retryAfter === null).toBe(status !== 429 && status !== 503 && code !== "idempotency-key-in-use");
  });
});

const FINAL = { indicator: "trade.import.value", area: "VN", period: "2017-05", value: 1, status: "A" };

/** Each row-level code with the rows that are told it last; a text names the test that produces it. */
const ROWS: Record<RowErrorCode, readonly object[] | string> = {
  "field-unknown": [aTradeRow({ vaule: 1 })],
  "field-missing": [aTradeRow({ period: undefined })],
  "indicator-unknown": [aTradeRow({ indicator: "trade.none" })],
  "indicator-not-in-force": "server/src/ingestion/resolve-row.test.ts",
  "indicator-derived": [aTradeRow({ indicator: "trade.balance" })],
  "indicator-not-in-feed": [aTradeRow({ indicator: "macro.cpi.index" })],
  "area-unknown": [aTradeRow({ area: "vn63:99" })],
  "area-not-valid-at-period": [aTradeRow({ area: "01", period: "2025-06" })],
  "area-not-in-feed": "tests/api/row-errors.test.ts",
  "period-malformed": [aTradeRow({ period: "2025-13" })],
  "period-type-mismatch": [aTradeRow({ period: "2025-Q1" })],
  "period-in-future": [aTradeRow({ period: "2199-01" })],
  "period-locked": [{ ...FINAL, period: "2019-04" }],
  "dimension-unknown": [aTradeRow({ breakdown: { owner: "FDI" } })],
  "dimension-missing": "tests/api/row-errors.test.ts",
  "code-unknown": [aTradeRow({ breakdown: { ownership: "FDII" } })],
  "scenario-not-allowed": [aTradeRow({ scenario: "actuals" })],
  "value-not-a-number": [aTradeRow({ value: "ba" })],
  "value-missing": [aTradeRow({ value: null })],
  "value-out-of-range": [aTradeRow({ value: -1 })],
  "value-precision": [aTradeRow({ value: "1e99" })],
  "status-unknown": [aTradeRow({ status: "X" })],
  "status-regression": [{ ...FINAL, value: 2, status: "P", note: "n" }],
  "note-required": [{ ...FINAL, value: 2 }],
  "duplicate-in-batch": [aTradeRow({ period: "2017-06" }), aTradeRow({ period: "2017-06" })],
  "nothing-to-retract": [aTradeRow({ period: "2017-07", value: undefined, retract: true, note: "n" })],
  "state-secret-refused": [aTradeRow({ classification: "mật" })],
};

describe("every row-level code", () => {
  beforeAll(async () => {
    expectStatus(await push([FINAL]), 201);
  });

  it.each(ROW_ERROR_CODES.map((code) => [code, ROWS[code]] as const))("%s", async (code, rows) => {
    if (typeof rows === "string") {
      expect(readFileSync(new URL(`../../${rows}`, import.meta.url), "utf8")).toContain(`"${code}"`);
      return;
    }
    const { status, json } = await api.submit(aSubmission(rows), { query: "?dryRun=true" });
    expect([status, json.errors.map((it) => it.code)]).toEqual([422, [code]]);
  });

  it("a locked period takes values again once it is lifted, and plans at any time", async () => {
    const { writer, store } = server.services;
    const row = { ...FINAL, period: "2019-04" };
    expect((await push([{ ...row, scenario: "plan", period: "2019" }])).status).toBe(201);
    const { locks } = await store.read((tx) => server.services.catalogue.current(tx));
    const [lock] = locks.get("trade.import.value") ?? [];
    if (lock === undefined) throw new Error("the lock is not in the catalogue");
    const input = { id: lock.id, reason: "sửa sai sót", by: "Trần Thị Chốt, kiểm thử" };
    await writer.execute({ name: "unlock-period", input });
    expect((await push([row])).status).toBe(201);
    expect(await writer.execute({ name: "unlock-period", input })).toEqual({ lifted: false });
  });
});
