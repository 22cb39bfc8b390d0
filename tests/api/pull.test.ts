import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { listPullRuns, type PullRun, pullSourceByCode } from "@bochiso/db/repositories/pulls";
import { PullSourceFile } from "@bochiso/shared/pull";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { runPull } from "../../server/src/pull/run-pull.ts";
import { type EmptyServer, startEmptyServer } from "../support/empty-server.ts";
import { type ApiClient, apiClient } from "../support/http/api-client.ts";
import { anItem, jsonAnswer, RECORD_ROW } from "../support/pull-records.ts";
import { type SourceAnswer, type SourceServer, startSource } from "../support/source-server.ts";

/** One system with the catalogue and no value, and one source outside. Each test has a source configuration of its own. */
const FEED = "mof.customs";
const BY = { name: "Lê Văn Lấy", position: "Chuyên viên" };
let server: EmptyServer;
let source: SourceServer;
let api: ApiClient;
/** Ahead of the clock of the server, so that its own scheduler leaves these sources alone. */
let now = Date.now() + 24 * 3_600_000;

beforeAll(async () => {
  server = await startEmptyServer([FEED]);
  source = await startSource();
  api = apiClient(server);
});
afterEach(() => {
  source.asked.length = 0;
});
afterAll(async () => {
  await source.close();
  await server.remove();
});

let counter = 0;

/** Puts a source in force that is due at the moment of these tests. */
async function aSource(change: object = {}): Promise<string> {
  counter += 1;
  const code = `nguon-${counter}`;
  const { enabled, ...config } = PullSourceFile.parse({
    code,
    feed: FEED,
    name: { vi: "Nguồn kiểm thử", en: "Test source" },
    url: source.url,
    format: { kind: "json", records: "/du_lieu/ban_ghi" },
    rows: [RECORD_ROW],
    schedule: { kind: "every", minutes: 60 },
    privateAddresses: ["127.0.0.1"],
    ...change,
  });
  await server.services.writer.execute({
    name: "put-pull-source",
    input: { config, enabled, at: new Date(now).toISOString(), actor: "test" },
  });
  return code;
}

/** Asks a source when it is next due, and gives the run. */
async function pull(code: string, signal: AbortSignal = new AbortController().signal): Promise<PullRun> {
  const { nextAt } = await standing(code);
  now = Math.max(now, Date.parse(nextAt ?? "")) + 1_000;
  const clock = { now: () => new Date(now) };
  expect(await runPull({ ...server.services, clock, chance: () => 0 }, { source: code, signal })).toBe(true);
  const [run] = await runsOf(code);
  if (run === undefined) throw new Error("the run was not noted");
  return run;
}

const runsOf = (code: string): Promise<PullRun[]> => server.services.store.read((tx) => listPullRuns(tx, code, 50));

async function standing(code: string) {
  const found = await server.services.store.read((tx) => pullSourceByCode(tx, code));
  if (found === null) throw new Error(`${code} is not there`);
  return found;
}

async function stored(period: string, indicator = "trade.export.value") {
  const path = `/api/v1/observations?indicator=${indicator}&area=VN&from=${period}&to=${period}`;
  const { json } = await api.get<{ observations: { valueText: string; revision: number; submission: string }[] }>(path);
  return json.observations.map(({ valueText, revision }) => [valueText, revision]);
}

async function submissions(): Promise<number> {
  const input = encodeURIComponent(JSON.stringify({ feed: FEED, limit: 200 }));
  const answer = await fetch(`${server.url}/trpc/feeds.submissions?input=${input}`);
  const { result } = (await answer.json()) as { result: { data: { submissions: unknown[] } } };
  return result.data.submissions.length;
}

/** Minutes until a source is asked again after a run. */
const minutesToNext = ({ endedAt, nextAt }: PullRun): number =>
  (Date.parse(nextAt ?? "") - Date.parse(endedAt ?? "")) / 60_000;

describe("a pulled source", () => {
  it("brings records in as one submission, and the same answer again as none", async () => {
    const code = await aSource();
    const before = await submissions();
    source.answer(jsonAnswer([anItem(), anItem({ ma: "NK", gia_tri: 33.5, dvt: "Tỷ USD" }), anItem({ ma: "TONG" })]));
    expect(await pull(code)).toMatchObject({
      outcome: "stored",
      records: 3,
      rows: 2,
      counts: { created: 2 },
      errorCount: 0,
      actor: `pull:${code}`,
    });
    expect(await stored("2025-03")).toEqual([["38510.2", 1]]);
    expect(await stored("2025-03", "trade.import.value")).toEqual([["33500", 1]]);
    // The same records in another order.
    source.answer(jsonAnswer([anItem({ ma: "NK", gia_tri: 33.5, dvt: "Tỷ USD" }), anItem()]));
    const again = await pull(code);
    expect(again).toMatchObject({ outcome: "unchanged", submission: null });
    expect(minutesToNext(again)).toBe(60);
    expect(await submissions()).toBe(before + 1);
    expect(source.asked[0]?.headers["user-agent"]).toMatch(/^bochiso\/.* \(pull; nguon-/);
  });

  it("revises a figure the source corrects, and goes back with it", async () => {
    const code = await aSource();
    for (const [value, counts] of [
      ["100", { created: 1 }],
      ["101", { revised: 1 }],
      ["100", { revised: 1 }],
    ] as const) {
      source.answer(jsonAnswer([anItem({ thang: "04/2025", gia_tri: value })]));
      expect(await pull(code)).toMatchObject({ outcome: "stored", counts });
    }
    expect(await stored("2025-04")).toEqual([["100", 3]]);
  });

  it("asks for what changed only, and takes 304 as a sign of life", async () => {
    const code = await aSource();
    source.answer((request, response) => {
      if (request.headers["if-none-match"] === '"v1"') response.writeHead(304).end();
      else
        jsonAnswer([anItem({ thang: "05/2025" })], { ETag: '"v1"', "Last-Modified": "Sat, 21 Nov 2026 00:00:00 GMT" })(
          request,
          response,
        );
    });
    expect(await pull(code)).toMatchObject({ outcome: "stored", httpStatus: 200 });
    expect(await pull(code)).toMatchObject({ outcome: "unchanged", httpStatus: 304, submission: null });
    expect(source.asked.at(-1)?.headers["if-modified-since"]).toBe("Sat, 21 Nov 2026 00:00:00 GMT");
    const { json } = await api.get<{ heartbeat: { at: string } }>(`/api/v1/feeds/${FEED}`);
    expect(JSON.stringify(json)).toContain(new Date(now).toISOString());
  });

  it("waits longer after each failure, as long as the source asks, and recovers", async () => {
    const code = await aSource();
    source.answer((_, response) => response.writeHead(500).end());
    const first = await pull(code);
    expect(first).toMatchObject({ outcome: "failed", httpStatus: 500, faultCode: "pull-status" });
    expect(minutesToNext(first)).toBe(0.5);
    expect(minutesToNext(await pull(code))).toBe(1);
    source.answer((_, response) => response.writeHead(503, { "Retry-After": "600" }).end());
    expect(minutesToNext(await pull(code))).toBe(10);
    const failing = await ask<{ sources: { code: string; state: string; failures: number }[] }>("list", { feed: FEED });
    expect(failing.sources.find((it) => it.code === code)).toMatchObject({ state: "failing", failures: 3 });
    source.answer(jsonAnswer([anItem({ thang: "06/2025" })]));
    expect(await pull(code)).toMatchObject({ outcome: "stored" });
    expect((await standing(code)).failures).toBe(0);
    const { changes } = await ask<{ changes: { action: string }[] }>("get", { feed: FEED }, "feeds");
    expect(changes.map(({ action }) => action)).toEqual(expect.arrayContaining(["pull.failing", "pull.recovered"]));
  });

  it("leaves a record that cannot be read out and tells it, or refuses all where it is strict", async () => {
    const items = [anItem({ thang: "07/2025" }), anItem({ thang: "07/2025", ma: "NKK" }), anItem({ thang: "13/2025" })];
    source.answer(jsonAnswer(items));
    const lenient = await aSource();
    const run = await pull(lenient);
    expect(run).toMatchObject({ outcome: "partial", rows: 1, counts: { created: 1 }, errorCount: 2 });
    expect(run.errors).toMatchObject([
      { record: 2, field: "ma", code: "code-unmapped", got: "NKK", nearest: "NK" },
      { record: 3, field: "thang", code: "period-malformed", got: "13/2025" },
    ]);
    expect(await pull(await aSource({ strict: true }))).toMatchObject({
      outcome: "failed",
      faultCode: "pull-rows-refused",
      submission: null,
    });
  });

  it("sends refused rows again only once fewer would be refused", async () => {
    const code = await aSource();
    source.answer(jsonAnswer([anItem({ thang: "08/2025" }), anItem({ thang: "08/2025", ma: "NK", gia_tri: "-1" })]));
    const run = await pull(code);
    expect(run).toMatchObject({ outcome: "partial", counts: { created: 1, rejected: 1 } });
    expect(run.errors).toMatchObject([{ record: 2, field: "gia_tri", code: "value-out-of-range" }]);
    const before = await submissions();
    expect(await pull(code)).toMatchObject({ outcome: "partial", submission: null, errorCount: 1 });
    expect(await submissions()).toBe(before);
  });

  it("reads a table in gzip, and a mark of absence", async () => {
    // Long enough to be read in a thread of its own.
    const table = `Tháng;Xuất khẩu;Nhập khẩu\nT9/2025;1.234,5;..\n${";;\n".repeat(25_000)}`;
    source.answer((_, response) => {
      response.writeHead(200, { "Content-Type": "text/csv; charset=utf-8", "Content-Encoding": "gzip" });
      response.end(gzipSync(table));
    });
    const column = (field: string, indicator: string) => ({
      indicator: { constant: indicator },
      area: { constant: "VN" },
      period: { field: "Tháng", format: "month/year" },
      value: { field, decimal: ",", missing: { "..": "M" } },
      status: { constant: "E" },
    });
    const rows = [column("Xuất khẩu", "trade.export.value"), column("Nhập khẩu", "trade.import.value")];
    const code = await aSource({ format: { kind: "csv", delimiter: ";" }, rows });
    expect(await pull(code)).toMatchObject({ outcome: "stored", bytes: Buffer.byteLength(table), rows: 2 });
    expect(await stored("2025-09")).toEqual([["1234.5", 1]]);
  });

  it("goes on where it was after it was killed in the middle", async () => {
    const code = await aSource();
    source.answer(jsonAnswer([anItem({ thang: "10/2025" })]));
    const writer = server.services.writer;
    const killed = { ...server.services, chance: () => 0, clock: { now: () => new Date(now + 1_000) } };
    const execute: typeof writer.execute = (command, options) =>
      command.name === "end-pull" ? Promise.reject(new Error("killed")) : writer.execute(command, options);
    const signal = new AbortController().signal;
    await expect(runPull({ ...killed, writer: { ...writer, execute } }, { source: code, signal })).rejects.toThrow(
      "killed",
    );
    const before = await submissions();
    now += 2_000;
    const next = { ...server.services, instance: "next", chance: () => 0, clock: { now: () => new Date(now) } };
    expect(await runPull(next, { source: code, signal })).toBe(true);
    const [run, left] = await runsOf(code);
    expect([run?.outcome, left?.outcome]).toEqual(["stored", "interrupted"]);
    expect(await submissions()).toBe(before);
  });
});

describe("what a source may not do", () => {
  it.each<[string, string, SourceAnswer, object]>([
    ["answer too slowly", "pull-timeout", () => undefined, { limits: { timeoutSeconds: 1 } }],
    [
      "send more than agreed",
      "pull-too-large",
      jsonAnswer([anItem({ dvt: "x".repeat(4_000) })]),
      { limits: { bytes: 1_024 } },
    ],
    [
      "hide a flood in gzip",
      "pull-too-large",
      (_, response) => {
        response.writeHead(200, { "Content-Type": "application/json", "Content-Encoding": "gzip" });
        response.end(gzipSync(Buffer.alloc(8 * 1024 * 1024)));
      },
      { limits: { bytes: 1_048_576 } },
    ],
    [
      "lead inside the network",
      "pull-address-refused",
      (_, response) => response.writeHead(302, { Location: "http://10.0.0.1/" }).end(),
      {},
    ],
    [
      "lead to the neighbour even where it is named",
      "pull-address-refused",
      (_, response) => response.writeHead(302, { Location: "http://169.254.169.254/latest" }).end(),
      { privateAddresses: ["127.0.0.1", "169.254.0.0/16"] },
    ],
    [
      "lead in circles",
      "pull-redirect-refused",
      (_, response) => response.writeHead(301, { Location: "/so-lieu" }).end(),
      {},
    ],
    [
      "send a page for people",
      "pull-media-type",
      (_, response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<html>"),
      {},
    ],
    [
      "break off",
      "pull-connect-failed",
      (_, response) => {
        response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "100" });
        response.write("{");
        setImmediate(() => response.destroy());
      },
      {},
    ],
    ["refuse us", "pull-access-refused", (_, response) => response.writeHead(403).end(), {}],
    ["say unchanged unasked", "pull-status", (_, response) => response.writeHead(304).end(), {}],
    ["send no records", "pull-no-rows", jsonAnswer([]), {}],
    [
      "send what is no JSON",
      "body-malformed",
      (_, response) => {
        response.writeHead(200, { "Content-Type": "application/json" });
        response.end("{'a':1}");
      },
      {},
    ],
  ])("%s", async (_, faultCode, answer, change) => {
    source.answer(answer);
    expect(await pull(await aSource(change))).toMatchObject({ outcome: "failed", faultCode, submission: null });
  });

  it("is not asked by a name that leads inside the network", async () => {
    const url = `http://localhost:${source.port}/so-lieu`;
    const run = await pull(await aSource({ url, privateAddresses: [] }));
    expect(run).toMatchObject({ outcome: "failed", faultCode: "pull-address-refused" });
    expect(source.asked).toEqual([]);
  });

  it("gets its secret from a file, and nobody it leads to gets it", async () => {
    const secret = { kind: "bearer", file: "khoa" };
    const code = await aSource({ secret });
    expect(await pull(code)).toMatchObject({ outcome: "failed", faultCode: "pull-secret-missing" });
    const other = await startSource();
    other.answer(jsonAnswer([anItem({ thang: "11/2024" })]));
    source.answer((_, response) => response.writeHead(307, { Location: other.url }).end());
    const config = { ...server.services.config, pullSecrets: { BOCHISO_PULL_TEST: "bi-mat" } };
    const known = await aSource({ secret: { kind: "header", name: "X-Api-Key", env: "BOCHISO_PULL_TEST" } });
    now += 1_000;
    const deps = { ...server.services, config, chance: () => 0, clock: { now: () => new Date(now) } };
    await runPull(deps, { source: known, signal: new AbortController().signal });
    expect(source.asked.at(-1)?.headers["x-api-key"]).toBe("bi-mat");
    expect(other.asked.map(({ headers }) => headers["x-api-key"])).toEqual([undefined]);
    expect(JSON.stringify([await runsOf(known), await standing(known)])).not.toContain("bi-mat");
    await other.close();
  });
});

async function ask<T>(name: string, input: object, router = "pulls"): Promise<T> {
  const query = encodeURIComponent(JSON.stringify(input));
  const answer = await fetch(`${server.url}/trpc/${router}.${name}?input=${query}`);
  return ((await answer.json()) as { result: { data: T } }).result.data;
}

async function change<T>(
  name: string,
  input: object,
): Promise<{ result?: { data: T }; error?: { data: { domainCode: string } } }> {
  const init = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(input) };
  return (await (await fetch(`${server.url}/trpc/pulls.${name}`, init)).json()) as {
    result?: { data: T };
    error?: { data: { domainCode: string } };
  };
}

describe("on the screen", () => {
  it("a source is tried without a trace, asked by a person, and switched off", async () => {
    const code = await aSource({ schedule: { kind: "monthly", day: 6, at: "08:00" } });
    source.answer(jsonAnswer([anItem({ thang: "12/2025" }), anItem({ ma: "?" })]));
    const { result } = await change<{ rowCount: number; errorCount: number; effect: { counts: object } }>("preview", {
      source: code,
    });
    expect(result?.data).toMatchObject({ rowCount: 1, errorCount: 1, effect: { counts: { created: 1 } } });
    expect(await runsOf(code)).toEqual([]);
    expect(await stored("2025-12")).toEqual([]);
    // Asked for now, on the clock of the server: its scheduler takes it.
    await change("run", { source: code, by: BY });
    await vi.waitFor(async () => expect((await runsOf(code))[0]?.outcome).toBe("partial"), {
      timeout: 10_000,
      interval: 50,
    });
    expect((await runsOf(code))[0]).toMatchObject({ trigger: "person", actor: "person:Lê Văn Lấy (Chuyên viên)" });
    await change("switch", { source: code, enabled: false, reason: "kiểm thử", by: BY });
    expect((await standing(code)).nextAt).toBeNull();
    expect((await change("run", { source: code, by: BY })).error?.data.domainCode).toBe("pull-not-enabled");
    expect((await change("preview", { source: "khong-co" })).error?.data.domainCode).toBe("pull-unknown");
  });

  it("a run that the stop of the server ends is noted as interrupted, and due at once", async () => {
    const code = await aSource();
    const stop = new AbortController();
    source.answer(() => stop.abort());
    const run = await pull(code, stop.signal);
    expect(run).toMatchObject({ outcome: "interrupted", faultCode: "pull-interrupted" });
    expect(minutesToNext(run)).toBe(0);
  });

  it("two who take a source at once: one does", async () => {
    const code = await aSource();
    source.answer(
      (request, response) => void pause(50).then(() => jsonAnswer([anItem({ thang: "01/2025" })])(request, response)),
    );
    now += 1_000;
    const deps = { ...server.services, chance: () => 0, clock: { now: () => new Date(now) } };
    const signal = new AbortController().signal;
    const ran = await Promise.all([1, 2, 3].map(() => runPull(deps, { source: code, signal })));
    expect(ran.filter(Boolean)).toHaveLength(1);
    expect(source.asked).toHaveLength(1);
  });
});
