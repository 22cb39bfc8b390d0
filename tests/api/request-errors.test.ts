import { request as httpRequest, type IncomingMessage } from "node:http";
import { json } from "node:stream/consumers";
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

const GOOD = JSON.stringify(aSubmission([aTradeRow()]));
const good = (change: object) => JSON.stringify({ ...(JSON.parse(GOOD) as object), ...change });

interface Case {
  body?: string | Uint8Array;
  headers?: Record<string, string>;
  query?: string;
  key?: string;
  status: number;
  code: string;
}

const CASES: Record<string, Case> = {
  "no idempotency key": { headers: { "Idempotency-Key": "" }, status: 400, code: "idempotency-key-missing" },
  "an idempotency key of 256 characters": {
    headers: { "Idempotency-Key": "k".repeat(256) },
    status: 400,
    code: "idempotency-key-missing",
  },
  "an idempotency key with marks": {
    headers: { "Idempotency-Key": Buffer.from("khóa-05").toString("latin1") },
    status: 400,
    code: "idempotency-key-missing",
  },
  "an unknown parameter": { query: "?dryrun=true", status: 400, code: "parameter-unknown" },
  "an envelope parameter with JSON": { query: "?feed=mof.customs", status: 400, code: "parameter-unknown" },
  "a dry run that is neither yes nor no": { query: "?dryRun=1", status: 400, code: "parameter-malformed" },
  "a signature by nobody": {
    headers: { Signature: "sig=:AA==:", "Signature-Input": "sig=()" },
    status: 401,
    code: "key-invalid",
  },
  "no key": { headers: { Authorization: "" }, status: 401, code: "key-invalid" },
  "a key that was never given out": {
    key: `bcs_${"a".repeat(12)}_${"b".repeat(43)}`,
    status: 401,
    code: "key-invalid",
  },
  "a feed of somebody else": { body: good({ feed: "moh" }), status: 403, code: "feed-not-allowed" },
  "CSV without its envelope": { headers: { "Content-Type": "text/csv" }, status: 400, code: "parameter-malformed" },
  "CSV in another encoding": {
    headers: { "Content-Type": "text/csv; charset=windows-1258" },
    query: "?feed=mof.customs",
    status: 415,
    code: "media-type-unknown",
  },
  "SDMX-CSV of a version to come": {
    headers: { "Content-Type": "application/vnd.sdmx.data+csv;version=3.0.0" },
    query: "?feed=mof.customs",
    status: 415,
    code: "media-type-unknown",
  },
  "no content type": {
    headers: { "Content-Type": "application/octet-stream" },
    status: 415,
    code: "media-type-unknown",
  },
  "JSON that is not UTF-8": {
    headers: { "Content-Type": "application/json; charset=utf-16" },
    status: 415,
    code: "media-type-unknown",
  },
  "an unknown content coding": { headers: { "Content-Encoding": "br" }, status: 415, code: "media-type-unknown" },
  "bytes that are not UTF-8": { body: Buffer.from([0x7b, 0xff, 0x7d]), status: 400, code: "body-malformed" },
  "an empty body": { body: "", status: 400, code: "body-malformed" },
  "half a body": { body: GOOD.slice(0, -5), status: 400, code: "body-malformed" },
  "an array": { body: "[]", status: 400, code: "body-malformed" },
  "no observations": { body: good({ observations: [] }), status: 400, code: "body-malformed" },
  "an unknown part of the envelope": { body: good({ observation: [] }), status: 400, code: "body-malformed" },
  "a sequence that is no whole number": { body: good({ sequence: 1.5 }), status: 400, code: "body-malformed" },
  "a moment of sending that does not exist": {
    body: good({ sentAt: "2026-02-29T08:00:00+07:00" }),
    status: 400,
    code: "body-malformed",
  },
  "a name twice": { body: GOOD.replace('"feed"', '"feed":"x","feed"'), status: 400, code: "body-malformed" },
  "100,001 observations": {
    body: `{"feed":"mof.customs","observations":[${"0,".repeat(100_000)}0]}`,
    status: 413,
    code: "too-large",
  },
  "nine levels": { body: good({ source: JSON.parse("[[[[[[[[1]]]]]]]]") as object }), status: 413, code: "too-large" },
  "a text of 5 KiB": { body: good({ sentAt: "x".repeat(5000) }), status: 413, code: "too-large" },
};

/** Sends the headers of a submission of so many MiB and nothing of its body. */
function announce(mib: number, idempotencyKey: string) {
  const headers = {
    Authorization: `Bearer ${server.keys.feeds["mof.customs"]}`,
    "Idempotency-Key": idempotencyKey,
    "Content-Type": "application/json",
    "Content-Length": String(mib * 1024 * 1024),
  };
  const request = httpRequest(`${server.url}/api/v1/submissions`, { method: "POST", headers });
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    request.on("response", resolve);
    request.on("error", reject);
  });
  request.flushHeaders();
  return { request, response };
}

describe("a request is refused as a problem", () => {
  it.each(Object.entries(CASES))(
    "for %s",
    async (_name, { body = GOOD, headers = {}, query = "", key, status, code }) => {
      const answer = await api.submit(body, { headers, query, ...(key === undefined ? {} : { key }) });
      expect([answer.status, answer.json.code]).toEqual([status, code]);
      expect(answer.headers.get("content-type")).toContain("application/problem+json");
      expect(answer.json).toMatchObject({ status, type: `urn:bochiso:problem:${code}`, titleVi: expect.any(String) });
      if (status === 401) expect(answer.headers.get("www-authenticate")).toContain("Bearer");
    },
  );

  it("and say what to do about it", async () => {
    const told = async (body: string, query = "", headers: Record<string, string> = {}) => {
      const { json } = await api.submit<{ detail: string; detailVi: string; nearest?: string }>(body, {
        query,
        headers,
      });
      return json;
    };
    const envelope = await told(GOOD, "?feed=mof.customs");
    expect(envelope.detailVi).toBe(
      'Không có tham số "feed". Với JSON và NDJSON trường này nằm trong nội dung, cạnh observations.',
    );
    expect((await told(GOOD, "?dryrun=true")).detail).toBe('There is no parameter "dryrun". Known: dryRun.');
    const misspelt = await told(GOOD.replace('"feed"', '"Feed"'));
    expect(misspelt).toMatchObject({ pointer: "/Feed", nearest: "feed", detailVi: expect.stringContaining('"feed"') });
    const many = await told(`{"feed":"mof.customs","observations":[${"0,".repeat(100_000)}0]}`);
    expect(many).toMatchObject({
      limit: "observations",
      max: 100_000,
      detailVi: "Có hơn 100.000 dòng số liệu: chia thành nhiều lượt.",
    });
    const type = await told(GOOD, "", { "Content-Type": "text/plain" });
    const charset = await told(GOOD, "", { "Content-Type": "application/json; charset=windows-1258" });
    expect(charset.detail).toBe('Only UTF-8 is accepted, not "windows-1258"; save the file as UTF-8.');
    expect(type.detail).toMatch(/^"text\/plain" is not accepted\. Accepted: application\/json, /);
  });

  it("for a reader's key that wants to send", async () => {
    const answer = await api.submit(GOOD, { key: server.keys.reader });
    expect([answer.status, answer.json.code]).toEqual([403, "feed-not-allowed"]);
    expect(answer.json).toMatchObject({ detailVi: expect.stringContaining("khóa chỉ đọc") });
  });

  it.each([
    ["authorization", 401, "key-invalid"],
    ["idempotency-key", 400, "idempotency-key-missing"],
    ["content-type", 415, "media-type-unknown"],
  ])("for two headers %s, whichever of them was meant", async (name, status, code) => {
    const headers: Record<string, string> = {
      authorization: `Bearer ${server.keys.feeds["mof.customs"]}`,
      "idempotency-key": "twice",
      "content-type": "application/json",
    };
    const twice = { ...headers, [name]: [headers[name] ?? "", headers[name] ?? ""] };
    const path = `${server.url}/api/v1/submissions?dryRun=true`;
    const request = httpRequest(path, { method: "POST", headers: twice }).end(GOOD);
    const answer = await new Promise<IncomingMessage>((resolve) => request.on("response", resolve));
    expect([answer.statusCode, await json(answer)]).toMatchObject([status, { code }]);
  });

  it("for 33 MiB announced, before they are sent", async () => {
    const { request, response } = announce(33, "big");
    expect((await response).statusCode).toBe(413);
    request.destroy();
  });

  it("for more announced at once than can be held, before it is sent, until there is room again", async () => {
    const announced = Array.from({ length: 9 }, (_, at) => announce(32, `crowd-${at}`));
    const first = await Promise.race(announced.map((it) => it.response));
    expect([first.statusCode, first.headers["retry-after"]]).toEqual([503, "2"]);
    for (const { request, response } of announced) {
      response.catch(() => undefined);
      request.destroy();
    }
    await expect.poll(async () => (await api.submit("{}")).status, { timeout: 10_000 }).toBe(400);
  });

  it("and consumes no idempotency key", async () => {
    const faulty = await api.submit(aSubmission([aTradeRow({ value: "?" })]), { idempotencyKey: "corrected" });
    expect(faulty.status).toBe(422);
    const corrected = await api.submit(aSubmission([aTradeRow({ period: "2025-08" })]), {
      idempotencyKey: "corrected",
    });
    expect(corrected.status).toBe(201);
  });
});

describe("addresses", () => {
  it.each([
    ["/api/v1/nothing", 404, "not-found"],
    ["/api/v1/openapi.json?x=1", 400, "parameter-unknown"],
    ["/sdmx/v2/structure/dataflow?x=1", 400, "not-supported"],
    ["/api/v1/catalog/indicators/no.such", 404, "not-found"],
    ["/api/v1/submissions/unknown", 404, "not-found"],
    ["/api/v1/feeds/unknown", 403, "feed-not-allowed"],
    ["/api/v1/observations?indicators=x", 400, "parameter-unknown"],
    ["/api/v1/observations?limit=0", 400, "parameter-malformed"],
    ["/api/v1/observations?from=2025-04&to=2025-03", 400, "parameter-malformed"],
    ["/api/v1/observations?cursor=xyz", 400, "parameter-malformed"],
    ["/api/v1/observations?asOf=yesterday", 400, "parameter-malformed"],
    ["/api/v1/observations/explain?indicator=trade.balance", 400, "parameter-malformed"],
    ["/api/v1/catalog/indicators?x=1", 400, "parameter-unknown"],
    ["/%E0%A4%A", 400, "not-found"],
  ])("%s answers %d %s", async (path, status, code) => {
    const answer = await api.get<{ code: string }>(path);
    expect(answer.json?.code).toBe(code);
    expect(answer.status === status || code === "not-found").toBe(true);
  });

  it.each([
    ["/api/v1/feeds?x=1", { path: "/api/v1/feeds" }],
    [
      "/api/v1/observations/explain",
      { parameter: "indicator", detailVi: 'Tham số "indicator" chưa có giá trị, cần một mã chỉ số.' },
    ],
    ["/api/v1/observations?limit=0", { detailVi: 'Tham số "limit" có giá trị "0", cần một số nguyên từ 1 đến 10000.' }],
  ])("%s says %j", async (path, body) => {
    expect((await api.get(path)).json ?? {}).toMatchObject(body);
  });

  it.each(["/api/v0", "/health", "/sdmx/v3/data"])("of machines are not pages: %s", async (path) => {
    const answer = await api.get<{ code: string }>(path, { headers: { Accept: "text/html" } });
    expect([answer.status, answer.json?.code]).toEqual([404, "not-found"]);
  });

  it("are listed at the root of the API", async () => {
    const answer = await api.get("/api/v1");
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ links: { submissions: "/api/v1/submissions", feed: "/api/v1/feeds/{feed}" } });
  });

  it("tell which methods they take", async () => {
    const response = await fetch(`${server.url}/api/v1/limits`, { method: "DELETE" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET"]);
  });

  it("let no other origin in and no script run inline", async () => {
    const { headers } = await api.get("/livez", { headers: { Origin: "https://example.vn" } });
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("content-security-policy")).toContain("script-src 'self'");
  });

  it("keep everything but JSON away from the procedures of the screens", async () => {
    const response = await fetch(`${server.url}/trpc/shell.get`, {
      method: "POST",
      headers: { "Content-Type": "text/plain" },
      body: "{}",
    });
    expect(response.status).toBe(415);
  });
});

describe("the screens' procedures", () => {
  const check = (body: string, headers: Record<string, string> = {}): Promise<number> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      const sent = httpRequest(
        { hostname, port, path: "/trpc/feedEntry.check", method: "POST" },
        (answer: IncomingMessage) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        },
      );
      for (const [name, value] of Object.entries({ "Content-Type": "application/json", ...headers }))
        sent.setHeader(name, value);
      sent.on("error", reject);
      sent.end(body);
    });

  it("answer at the names of this machine only: another site cannot make its own name lead here", async () => {
    expect(await check("{}")).toBe(400);
    expect(await check("{}", { Host: "bochiso.evil.example" })).toBe(404);
  });

  it("hold no body of any size in memory", async () => {
    const rows = JSON.stringify({ feed: "x".repeat(33 * 1024 * 1024), rows: [] });
    expect(await check(rows)).toBe(413);
  });
});
