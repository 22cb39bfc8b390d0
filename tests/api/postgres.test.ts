import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeKey } from "../../server/src/auth/api-key.ts";
import { type RunningServer, startServer } from "../../server/src/start-server.ts";
import { type ApiClient, apiClient, aSubmission, aTradeRow } from "../support/http/api-client.ts";
import type { ApiObservation } from "../support/http/system-client.ts";
import { type PostgresCluster, startPostgres } from "../support/postgres-cluster.ts";

let cluster: PostgresCluster;
let server: RunningServer;
let api: ApiClient;
let maeKey: string;
const dataDir = mkdtempSync(join(tmpdir(), "bochiso-pg-"));

beforeAll(async () => {
  cluster = await startPostgres();
  const url = await cluster.createDatabase("bochiso_api");
  server = await startServer({
    PORT: "0",
    LOG_LEVEL: "silent",
    BOCHISO_DEMO: "0",
    BOCHISO_DATA_DIR: dataDir,
    BOCHISO_DATABASE_URL: url,
  });
  maeKey = await aKey("mae");
  api = apiClient({
    url: server.url,
    keys: { reader: await aKey(null), feeds: { "mof.customs": await aKey("mof.customs") } },
  });
});
afterAll(async () => {
  await server.close();
  await cluster.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function aKey(feed: string | null): Promise<string> {
  const { id, key, secretHash } = makeKey();
  const kind = feed === null ? "reader" : "feed";
  const input = { id, kind, feed, label: "test", secretHash, at: new Date().toISOString(), actor: "test" } as const;
  await server.services.writer.execute({ name: "create-key", input });
  return key;
}

async function observed(code: string): Promise<ApiObservation[]> {
  const path = `/api/v1/observations?indicator=${code}&area=VN&from=2025-03&to=2025-03`;
  return (await api.get<{ observations: ApiObservation[] }>(path)).json.observations;
}

describe("on PostgreSQL, with an empty system", () => {
  it("a push is stored, computed from, replayed and explained as on SQLite", async () => {
    const body = aSubmission([
      aTradeRow({ value: "38510.20" }),
      aTradeRow({ indicator: "trade.import.value", value: 36880.1 }),
    ]);
    const first = await api.submit(body, { idempotencyKey: "pg" });
    expect([first.status, first.json.errors]).toEqual([201, []]);
    const again = await api.submit(body, { idempotencyKey: "pg" });
    expect([again.status, again.text, again.headers.get("idempotent-replayed")]).toEqual([200, first.text, "true"]);
    expect((await observed("trade.balance"))[0]?.value).toBe(38510.2 - 36880.1);
    expect((await observed("trade.export.value"))[0]).toMatchObject({ valueText: "38510.20", feed: "mof.customs" });
    const node = await api.get("/api/v1/observations/explain?indicator=trade.balance&area=VN&period=2025-03");
    expect(node.json).toMatchObject({ value: 38510.2 - 36880.1, operands: [{ value: 38510.2 }, { value: 36880.1 }] });
  });

  it("two pushes of different operands at once leave no result computed from an old value", async () => {
    const push = (indicator: string, value: number) => api.submit(aSubmission([aTradeRow({ indicator, value })]));
    for (let round = 1; round <= 10; round += 1) {
      const answers = await Promise.all([
        push("trade.export.value", 40_000 + round),
        push("trade.import.value", 30_000 + 2 * round),
      ]);
      expect(answers.map((it) => it.status)).toEqual([201, 201]);
      expect((await observed("trade.balance"))[0]?.value).toBe(10_000 - round);
    }
  });

  it("a threshold changed while a new hour arrives leaves no result computed from the old threshold", async () => {
    const push = (observations: readonly object[]) => api.submit({ feed: "mae", observations }, { key: maeKey });
    const threshold = (area: string, code: string, value: number) => ({
      indicator: `hyd.${code}`,
      area,
      period: "2020-01-01",
      value,
      status: "A",
      note: "thay đổi ngưỡng",
    });
    const level = (area: string, hour: string, value: number) => ({
      indicator: "hyd.level",
      area,
      period: `2025-08-01T${hour}`,
      value,
      status: "P",
    });
    for (const area of ["01", "04", "08", "11", "12", "14"]) {
      const first = await push([
        ...["alarm_1", "alarm_2", "alarm_3"].map((code, at) => threshold(area, code, at + 1)),
        level(area, "00", 1),
      ]);
      expect([first.status, first.json.errors]).toEqual([201, []]);
      const answers = await Promise.all([push([threshold(area, "alarm_3", 2.4)]), push([level(area, "05", 2.5)])]);
      expect(answers.map((it) => it.status)).toEqual([201, 201]);
      const at = `area=${area}&from=2025-08-01T05&to=2025-08-01T05`;
      const isNewHour = (it: ApiObservation) => it.period === "2025-08-01T05";
      const results = await Promise.all(
        ["hyd.alarm_gap", "hyd.alarm_state"].map((code) =>
          api.get<{ observations: ApiObservation[] }>(`/api/v1/observations?indicator=${code}&${at}`),
        ),
      );
      expect(results[0]?.json.observations.find(isNewHour)?.value).toBeCloseTo(0.1, 9);
      expect(results[1]?.json.observations.find(isNewHour)?.value).toBe(3);
    }
  });

  it("is recorded when it is committed: never before it was received, and in order", async () => {
    const received = new Date().toISOString();
    const answers = await Promise.all(
      [1, 2, 3, 4].map((month) => api.submit(aSubmission([aTradeRow({ period: `2024-0${month}` })]))),
    );
    expect(answers.map((it) => it.status)).toEqual([201, 201, 201, 201]);
    const path = "/api/v1/observations?indicator=trade.export.value&area=VN&from=2024-01&to=2024-04";
    const { observations } = (await api.get<{ observations: ApiObservation[] }>(path)).json;
    const inOrder = observations.toSorted((a, b) => a.commitSeq - b.commitSeq).map((it) => it.recordedAt);
    expect(inOrder.length).toBe(4);
    expect(inOrder).toEqual([...inOrder].sort());
    for (const recordedAt of inOrder) expect(recordedAt >= received).toBe(true);
  });

  it("the same request sent many times at once is applied once", async () => {
    const body = aSubmission([aTradeRow({ period: "2025-04" })]);
    const answers = await Promise.all(Array.from({ length: 8 }, () => api.submit(body, { idempotencyKey: "storm" })));
    expect(answers.filter((it) => it.status === 201).length).toBe(1);
    for (const { status, json } of answers) if (status === 409) expect(json.code).toBe("idempotency-key-in-use");
    expect(answers.every((it) => [200, 201, 409].includes(it.status))).toBe(true);
  });

  it("a faulty batch stores nothing", async () => {
    const answer = await api.submit(
      aSubmission([aTradeRow({ period: "2025-05" }), aTradeRow({ period: "2025-05", breakdown: { ownership: "X" } })]),
    );
    expect([answer.status, answer.json.errorCount]).toEqual([422, 1]);
  });
});
