import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type RunningServer, startServer } from "../../server/src/start-server.ts";
import { type ApiClient, apiClient, aSubmission, aTradeRow } from "../support/http/api-client.ts";

/** One empty system: the catalogue of the seed, no value, no demonstration. */
const dataDir = mkdtempSync(join(tmpdir(), "bochiso-feeds-"));
const BY = { name: "Trần Thị Duyệt", position: "Phó cục trưởng" };
const CUSTOMS = "mof.customs";

let server: RunningServer;
let api: ApiClient;

beforeAll(async () => {
  server = await startServer({ PORT: "0", LOG_LEVEL: "silent", BOCHISO_DEMO: "0", BOCHISO_DATA_DIR: dataDir });
  const { key } = await change<{ key: string }>("makeKey", aKey({ holder: "Nguyễn Văn Gửi, chuyên viên" }));
  api = apiClient({ url: server.url, keys: { reader: key, feeds: { [CUSTOMS]: key } } });
});
afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

interface TrpcAnswer<T> {
  result?: { data: T };
  error?: { data: { domainCode: string } };
}

async function change<T>(name: string, input: object): Promise<T> {
  const { result, error } = await tried<T>(name, input);
  if (result === undefined) throw new Error(`${name}: ${error?.data.domainCode}`);
  return result.data;
}

async function tried<T>(name: string, input: object): Promise<TrpcAnswer<T>> {
  const init = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(input) };
  return (await (await fetch(`${server.url}/trpc/feeds.${name}`, init)).json()) as TrpcAnswer<T>;
}

async function refusalOf(name: string, input: object): Promise<string | undefined> {
  return (await tried(name, input)).error?.data.domainCode;
}

async function ask<T>(name: string, input: object): Promise<T> {
  const query = encodeURIComponent(JSON.stringify(input));
  const answer = (await (await fetch(`${server.url}/trpc/feeds.${name}?input=${query}`)).json()) as TrpcAnswer<T>;
  if (answer.result === undefined) throw new Error(`${name}: ${answer.error?.data.domainCode}`);
  return answer.result.data;
}

function aKey(asked: object = {}): object {
  return { feed: CUSTOMS, label: "HQ", holder: "Đơn vị gửi", expiresAt: null, cidrs: [], by: BY, ...asked };
}

async function contract(asked: object, feed = CUSTOMS): Promise<void> {
  const { contract: inForce } = await ask<{ contract: object }>("get", { feed });
  const changed = { ...inForce, ...asked };
  await change("changeContract", { feed, seen: inForce, contract: changed, reason: "kiểm thử", by: BY });
}

interface KeyProblem {
  code: string;
  detail: string;
  detailVi: string;
  reason?: string;
}

/** What is told to who shows this key. */
async function refusedKey(key: string): Promise<KeyProblem> {
  const { status, json } = await api.get<KeyProblem>("/api/v1/feeds/mae", { key });
  expect([status, json.code]).toEqual([401, "key-invalid"]);
  return json;
}

async function stored(indicator: string, period: string): Promise<(number | null)[]> {
  const path = `/api/v1/observations?indicator=${indicator}&area=VN&from=${period}&to=${period}`;
  const { json } = await api.get<{ observations: { value: number | null }[] }>(path);
  return json.observations.map(({ value }) => value);
}

describe("keys of a feed", () => {
  it("work two at a time, and a third is refused", async () => {
    const feed = "mae";
    const first = await change<{ id: string; key: string }>("makeKey", aKey({ feed }));
    const second = await change<{ id: string; key: string }>("makeKey", aKey({ feed, label: "kế tiếp" }));
    expect(await refusalOf("makeKey", aKey({ feed }))).toBe("key-limit");
    for (const overlapDays of [7, 0]) {
      expect(await refusalOf("rotateKey", { id: first.id, overlapDays, expiresAt: null, by: BY })).toBe("key-limit");
    }
    for (const { key } of [first, second]) expect((await api.get(`/api/v1/feeds/${feed}`, { key })).status).toBe(200);
    await change("revokeKey", { id: first.id, reason: "đổi máy", by: BY });
    expect(await refusedKey(first.key)).toMatchObject({ reason: "key-revoked", revokedAt: expect.any(String) });
    expect(await refusalOf("revokeKey", { id: first.id, reason: "lần nữa", by: BY })).toBe("key-over");
    const third = await change<{ id: string; key: string }>("rotateKey", {
      id: second.id,
      overlapDays: 1,
      expiresAt: null,
      by: BY,
    });
    for (const { key } of [second, third]) expect((await api.get(`/api/v1/feeds/${feed}`, { key })).status).toBe(200);
    const keys = await ask<{ id: string; state: string; expiresAt: string | null }[]>("keys", { feed });
    expect(keys.map(({ state }) => state)).toEqual(["live", "live", "revoked"]);
    expect(keys.find(({ id }) => id === second.id)?.expiresAt).not.toBeNull();
    expect(JSON.stringify(keys)).not.toContain(third.key.slice(17));
  });

  it("tell their holder that they expired or how they are sent, and a stranger nothing", async () => {
    const expiresAt = new Date(Date.now() + 1_000).toISOString();
    const { key } = await change<{ key: string }>("makeKey", aKey({ feed: "moha", expiresAt }));
    await vi.waitFor(async () => expect((await api.get("/api/v1/feeds/moha", { key })).status).toBe(401), 5_000);
    const expired = await refusedKey(key);
    expect(expired).toMatchObject({ reason: "key-expired", expiredAt: expiresAt });
    expect(expired.detailVi).toContain("hết hạn");
    const guessed = await refusedKey(`${key.slice(0, 17)}${"x".repeat(43)}`);
    const unknown = await refusedKey(`bcs_${"a".repeat(12)}_${"x".repeat(43)}`);
    expect({ ...guessed, instance: "" }).toEqual({ ...unknown, instance: "" });
    expect(guessed).not.toHaveProperty("reason");
    for (const headers of [{}, { Authorization: key }]) {
      const { json } = await api.get<KeyProblem>("/api/v1/feeds/moha", { key: null, headers });
      expect(json.detail).toContain("Authorization: Bearer bcs_");
    }
  });

  it("are bound to addresses, and a key shown from elsewhere is seen by the steward alone", async () => {
    const feed = "mard.none";
    expect(await refusalOf("makeKey", aKey({ feed }))).toBe("feed-unknown");
    expect(await refusalOf("makeKey", aKey({ feed: "moh", cidrs: ["10.0.0.1/8"] }))).toBe("cidr-malformed");
    expect(await refusalOf("makeKey", aKey({ feed: "moh", expiresAt: "2020-01-01T00:00:00Z" }))).toBe("moment-past");
    const local = await change<{ key: string }>("makeKey", aKey({ feed: "moh", cidrs: ["127.0.0.0/8", "::1"] }));
    const away = await change<{ key: string }>("makeKey", aKey({ feed: "moh", cidrs: ["203.0.113.0/24"] }));
    expect((await api.get("/api/v1/feeds/moh", { key: local.key })).status).toBe(200);
    const refused = await api.get<{ code: string; detail: string }>("/api/v1/feeds/moh", {
      key: away.key,
      headers: { "X-Forwarded-For": "203.0.113.9", Forwarded: "for=203.0.113.9" },
    });
    expect([refused.status, refused.json.code]).toEqual([401, "key-invalid"]);
    expect(refused.text).not.toContain("203.0");
    await vi.waitFor(async () => {
      const [line] = await ask<{ code: string; times: number }[]>("refusals", { feed: "moh" });
      expect(line).toMatchObject({ code: "key-address", times: 1, requestId: refused.headers.get("X-Request-Id") });
    }, 5_000);
    await vi.waitFor(async () => {
      const keys = await ask<{ cidrs: string[]; lastUsedAt: string | null }[]>("keys", { feed: "moh" });
      expect(keys.filter(({ lastUsedAt }) => lastUsedAt !== null)).toHaveLength(1);
      expect(keys).toHaveLength(2);
    }, 5_000);
  });
});

describe("the contract of a feed", () => {
  it("asks for a digest where it says so", async () => {
    await contract({ requireDigest: true });
    const refused = await api.submit(aSubmission([aTradeRow()]));
    expect([refused.status, refused.json.code]).toEqual([400, "digest-mismatch"]);
    // What its sender can quote leads to the line of the steward.
    const quoted = { code: "digest-mismatch", requestId: refused.headers.get("X-Request-Id") };
    await vi.waitFor(async () => {
      expect(await ask("refusals", { feed: "mof.customs" })).toContainEqual(expect.objectContaining(quoted));
    }, 5_000);
    await contract({ requireDigest: false });
    expect((await api.submit(aSubmission([aTradeRow()]))).status).toBe(201);
  });

  it("stops a feed and lets it go on, and stays what a steward made of it", async () => {
    await contract({ active: false, gapPolicy: "refuse" });
    expect((await api.submit(aSubmission([aTradeRow()]))).status).toBe(403);
    await server.services.writer.execute({
      name: "seed-catalogue",
      input: { demo: "real", at: new Date().toISOString(), loadedAt: new Date().toISOString() },
    });
    const { contract: kept } = await ask<{ contract: object }>("get", { feed: CUSTOMS });
    expect(kept).toMatchObject({ active: false, gapPolicy: "refuse" });
    await contract({ active: true, gapPolicy: "record" });
  });

  it("tells a deadline that cannot be read", async () => {
    const rule = { after: "soon", basis: "calendar", workingDays: false, proposed: false };
    const { contract: inForce } = await ask<{ contract: object }>("get", { feed: CUSTOMS });
    const asked = { feed: CUSTOMS, seen: inForce, reason: "kiểm thử", by: BY };
    const malformed = { ...inForce, schedule: [{ periodType: "month", rule }] };
    expect(await refusalOf("changeContract", { ...asked, contract: malformed })).toBe("deadline-malformed");
    const sound = { periodType: "month", rule: { ...rule, after: undefined, lagDays: 5 } };
    const double = { ...inForce, schedule: [sound, sound] };
    expect(await refusalOf("changeContract", { ...asked, contract: double })).toBe("deadline-double");
  });

  it("is overwritten by nobody who has not seen it as it stands", async () => {
    const { contract: seen } = await ask<{ contract: object }>("get", { feed: CUSTOMS });
    const put = (change: object) => ({
      feed: CUSTOMS,
      seen,
      contract: { ...seen, ...change },
      reason: "kiểm thử",
      by: BY,
    });
    await change("changeContract", put({ heartbeatMinutes: 30 }));
    const { error } = await tried("changeContract", put({ requireDigest: true }));
    expect(error?.data).toMatchObject({ code: "CONFLICT", domainCode: "contract-changed" });
    const { contract: stands } = await ask<{ contract: object }>("get", { feed: CUSTOMS });
    expect(stands).toEqual({ ...seen, heartbeatMinutes: 30 });
    await contract({ heartbeatMinutes: null });
  });

  it("shows what was refused, once for the same fault, and nothing of a State secret", async () => {
    const faulty = aSubmission([aTradeRow({ value: "nhiều" })]);
    for (const idempotencyKey of ["faulty-1", "faulty-2"]) await api.submit(faulty, { idempotencyKey });
    await api.submit(faulty, { query: "?dryRun=true" });
    await api.submit(
      aSubmission([aTradeRow({ classification: "mật", note: "bí ẩn" }), aTradeRow({ value: "kín đáo" })]),
    );
    await vi.waitFor(async () => {
      const lines = await ask<{ codes: Record<string, number>; times: number }[]>("refusals", { feed: CUSTOMS });
      expect(
        lines.find(({ codes }) => codes["value-not-a-number"] === 1 && !codes["state-secret-refused"])?.times,
      ).toBe(2);
      expect(lines.some(({ codes }) => codes["state-secret-refused"] === 1)).toBe(true);
      expect(JSON.stringify(lines)).not.toMatch(/bí ẩn|kín đáo/);
    }, 5_000);
  });
});

describe("a hand-over", () => {
  const cell = { indicator: "trade.import.value", area: "VN" };
  const asked = { from: CUSTOMS, to: "moh", cells: [cell], basis: "Công văn 1/BC", by: BY };
  const row = () => aTradeRow({ indicator: cell.indicator, period: "2025-05" });

  it("is dated: the old source until then, the new one from then on, never both", async () => {
    expect(await refusalOf("handOver", { ...asked, at: "2020-01-01T00:00:00Z" })).toBe("moment-past");
    expect(await refusalOf("handOver", { ...asked, at: null, from: "moh", to: CUSTOMS })).toBe("scope-not-owned");
    expect((await api.submit(aSubmission([row()]))).status).toBe(201);
    await change("handOver", { ...asked, at: "2099-01-01T00:00:00+07:00" });
    expect(await refusalOf("handOver", { ...asked, at: null })).toBe("scope-changed");
    expect((await api.submit(aSubmission([row()]))).status).toBe(201);
    const { handOvers } = await ask<{ handOvers: object[] }>("get", { feed: "moh" });
    expect(handOvers).toEqual([
      {
        ...cell,
        indicatorName: expect.objectContaining({ vi: expect.stringContaining(" ") }),
        at: "2098-12-31T17:00:00.000Z",
        from: CUSTOMS,
        fromName: { vi: "Cục Hải quan", en: expect.any(String) },
        to: "moh",
        toName: { vi: "Bộ Y tế", en: "Ministry of Health" },
      },
    ]);
  });

  it("leaves the values of the old source under its name, and refuses what it sends later", async () => {
    const other = { indicator: "trade.export.value", area: "VN" };
    await change("handOver", { ...asked, cells: [other], at: null });
    const refused = await api.submit(aSubmission([aTradeRow({ period: "2025-06" })]));
    expect([refused.status, refused.json.errors[0]?.code]).toEqual([422, "area-not-in-feed"]);
    await change("handOver", { ...asked, from: "moh", to: CUSTOMS, cells: [other], at: null });
    expect((await api.submit(aSubmission([aTradeRow({ period: "2025-06" })]))).status).toBe(201);
    expect(await stored("trade.export.value", "2025-03")).toEqual([38510.2]);
  });
});

describe("sign-off", () => {
  interface Decision {
    kind: string;
    approval: { state: string; commitSeq: number | null };
    conflicts: { code: string; indicator: string; period: string }[];
  }
  const period = "2025-08";
  const rowsOf = (value: number) => [aTradeRow({ period, value }), aTradeRow({ period: "2025-09", value: value + 1 })];
  const decide = (submission: string, asked: object = {}) =>
    change<Decision>("decide", { submission, decision: "approve", note: null, by: BY, ...asked });
  const send = async (value: number) => {
    const answer = await api.submit<{ receipt: { id: string; commitSeq: number }; signOff?: string }>(
      aSubmission(rowsOf(value)),
      { idempotencyKey: `held-${value}` },
    );
    return { answer, id: answer.json.receipt.id };
  };

  it("holds values until a named person approves, and applies them once in a new commit", async () => {
    await contract({ requireSignOff: true });
    const { answer, id } = await send(100);
    expect([answer.status, answer.json.signOff]).toEqual([201, "required"]);
    expect(await stored("trade.export.value", period)).toEqual([]);
    const read = await api.get<{ approval: object; rows: { observation: { value: string } }[] }>(
      `/api/v1/submissions/${id}`,
    );
    expect(read.json.approval).toMatchObject({ state: "pending", by: null });
    expect(read.json.rows.map((it) => it.observation.value)).toEqual(["100", "101"]);
    const waiting = { feed: CUSTOMS, only: "pending" };
    expect(
      (await ask<{ submissions: { id: string }[] }>("submissions", waiting)).submissions.map((it) => it.id),
    ).toEqual([id]);
    expect(await ask("previewDecision", { submission: id })).toMatchObject({
      kind: "effect",
      effect: { counts: { received: 2, created: 2 }, derivedCount: expect.any(Number), errorCount: 0 },
    });
    expect(await stored("trade.export.value", period)).toEqual([]);
    const sender = { name: "nguyen van gui", position: "chuyên viên" };
    expect(await refusalOf("decide", { submission: id, decision: "approve", note: null, by: sender })).toBe(
      "approver-is-sender",
    );
    const { approval } = await decide(id);
    expect(approval).toMatchObject({ state: "approved", by: BY, counts: { received: 2, created: 2 } });
    expect(approval.commitSeq).toBeGreaterThan(answer.json.receipt.commitSeq);
    const path = `/api/v1/observations?indicator=trade.export.value&area=VN&from=${period}&to=${period}`;
    const { json } = await api.get<{ observations: object[] }>(path);
    expect(json.observations).toMatchObject([
      { value: 100, submission: id, feed: CUSTOMS, commitSeq: approval.commitSeq },
    ]);
    expect(await refusalOf("decide", { submission: id, decision: "return", note: "muộn", by: BY })).toBe(
      "already-decided",
    );
    expect((await send(100)).answer).toMatchObject({ status: 200, text: answer.text });
  });

  it("returns with a reason, and never applies what was returned", async () => {
    const { id } = await send(200);
    const asked = { submission: id, decision: "return", by: BY };
    expect((await tried("decide", { ...asked, note: null })).error?.data.domainCode).toBe("bad-request");
    expect(await change<Decision>("decide", { ...asked, note: "sai đơn vị" })).toMatchObject({
      approval: { state: "returned" },
    });
    expect(await stored("trade.export.value", period)).toEqual([100]);
    const shown = await ask<{ approval: object; values: object[] }>("submission", { id });
    expect(shown.approval).toMatchObject({ state: "returned", note: "sai đơn vị", by: BY, answeredBy: null });
    const { returned } = await ask<{ returned: number }>("get", { feed: CUSTOMS });
    expect(returned).toBe(1);
    expect(shown.values).toMatchObject([{ value: "200", inForce: { value: "100" } }, { value: "201" }]);
  });

  it("never lets an older figure replace a newer one, and applies nothing by halves", async () => {
    const older = await send(300);
    const newer = await send(400);
    expect((await decide(newer.id)).kind).toBe("decided");
    const outcome = await decide(older.id);
    expect(outcome).toMatchObject({ kind: "conflicts", count: 2 });
    expect(outcome.conflicts.map(({ code }) => code)).toEqual(["newer-value-stored", "newer-value-stored"]);
    expect(await stored("trade.export.value", period)).toEqual([400]);
    const { approval } = await ask<{ approval: { state: string } }>("submission", { id: older.id });
    expect(approval.state).toBe("pending");
    await change("decide", { submission: older.id, decision: "return", note: "đã có số mới", by: BY });
    await contract({ requireSignOff: false });
  });

  it("tells the rules in force that stand against an approval", async () => {
    await contract({ requireSignOff: true });
    const estimate = await send(500);
    const final = await api.submit(
      aSubmission([aTradeRow({ period, value: 500, status: "A", note: "số chính thức" })]),
    );
    expect((await decide(final.json.receipt.id)).kind).toBe("decided");
    const outcome = await decide(estimate.id);
    expect(outcome).toMatchObject({ kind: "conflicts", count: 1, conflicts: [{ code: "status-regression", period }] });
    expect(await stored("trade.export.value", "2025-09")).toEqual([401]);
    await contract({ requireSignOff: false });
  });

  it("keeps receipt and decision of what was returned long ago, and says that its rows are kept no more", async () => {
    await contract({ requireSignOff: true });
    const { id } = (await api.submit(aSubmission([aTradeRow({ period: "2025-10", value: 600 })]))).json.receipt;
    await decide(id, { decision: "return", note: "sai đơn vị" });
    const shown = () =>
      ask<{ approval: object; values: object[]; valueCount: number; rowsReleased: boolean }>("submission", { id });
    expect(await shown()).toMatchObject({ values: [{ value: "600" }], rowsReleased: false });
    const now = new Date(Date.now() + 401 * 86_400_000).toISOString();
    await server.services.writer.execute({ name: "tidy-step", input: { now } });
    const { approval, ...rest } = await shown();
    expect(rest).toMatchObject({ values: [], valueCount: 0, rowsReleased: true, receipt: { id } });
    expect(approval).toMatchObject({ state: "returned", note: "sai đơn vị" });
    await contract({ requireSignOff: false });
  });
});

describe("the list of feeds", () => {
  it("shows punctuality, what came, and what waits", async () => {
    const { feeds } = await ask<{
      feeds: { code: string; strip: { cells: object[] } | null; lastPush: object | null }[];
    }>("list", {});
    const customs = feeds.find(({ code }) => code === CUSTOMS);
    expect(customs?.strip?.cells).toHaveLength(30);
    expect(customs).toMatchObject({
      lastPush: { replayed: false },
      pending: 1,
      keys: { live: 1 },
      connected: true,
      // Months due before its first submission are not held against it.
      due: { overdue: 0 },
    });
    expect(feeds.find(({ code }) => code === "gi")).toMatchObject({ strip: null, lastPush: null });
  });
});
