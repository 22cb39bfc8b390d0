import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeKey } from "../../server/src/auth/api-key.ts";
import { type RunningServer, startServer } from "../../server/src/start-server.ts";
import { type ApiClient, apiClient, aSubmission, aTradeRow } from "../support/http/api-client.ts";
import { type PostgresCluster, startPostgres } from "../support/postgres-cluster.ts";

const NUL = "\u0000";

/** Everywhere a text can come in. */
const BODIES: Record<string, object> = {
  "a note": aSubmission([aTradeRow({ note: `a${NUL}b` })]),
  "an indicator": aSubmission([aTradeRow({ indicator: `trade.export${NUL}` })]),
  "an area": aSubmission([aTradeRow({ area: `VN${NUL}` })]),
  "a period": aSubmission([aTradeRow({ period: `2025-03${NUL}` })]),
  "a dimension": aSubmission([aTradeRow({ breakdown: { [`owner${NUL}`]: "FDI" } })]),
  "a code": aSubmission([aTradeRow({ breakdown: { ownership: NUL } })]),
  "a value": aSubmission([aTradeRow({ value: `1${NUL}` })]),
  "a field's name": aSubmission([aTradeRow({ [`note${NUL}`]: "x" })]),
  "the feed": { ...aSubmission([aTradeRow()]), feed: `mof.customs${NUL}` },
  "the publisher": { ...aSubmission([aTradeRow()]), source: { publisher: NUL } },
  "the document": { ...aSubmission([aTradeRow()]), source: { document: `Biểu ${NUL}` } },
};

const PATHS = [
  "/api/v1/observations?indicator=%00",
  "/api/v1/observations?area=VN%00",
  "/api/v1/observations?breakdown.ownership=%00",
  "/api/v1/observations?breakdown.%00=FDI",
  "/api/v1/observations?asOf=%00",
  "/api/v1/observations?cursor=%00",
  "/api/v1/observations/explain?indicator=trade.balance%00&area=VN&period=2025-03",
  "/api/v1/submissions?idempotencyKey=a%00",
  "/api/v1/submissions/a%00",
  "/api/v1/feeds/mof.customs%00",
  "/api/v1/catalog/indicators/%00",
  "/api/v1/catalog/codelists/%00",
  `/trpc/search.query?input=${encodeURIComponent(JSON.stringify({ text: `x${NUL}`, scope: "cp" }))}`,
  `/trpc/indicators.get?input=${encodeURIComponent(JSON.stringify({ code: `x${NUL}`, scope: "cp" }))}`,
];

const databases: Record<string, () => Promise<string | undefined>> = {
  SQLite: () => Promise.resolve(undefined),
  PostgreSQL: async () => {
    cluster = await startPostgres();
    return cluster.createDatabase("bochiso_nul");
  },
};
let cluster: PostgresCluster | undefined;
afterAll(() => cluster?.stop());

describe.each(Object.entries(databases))("U+0000 on %s is refused, wherever it stands:", (_name, createDatabase) => {
  let server: RunningServer;
  let api: ApiClient;
  const dataDir = mkdtempSync(join(tmpdir(), "bochiso-nul-"));

  beforeAll(async () => {
    const url = await createDatabase();
    server = await startServer({
      PORT: "0",
      LOG_LEVEL: "silent",
      BOCHISO_DEMO: "0",
      BOCHISO_DATA_DIR: dataDir,
      ...(url === undefined ? {} : { BOCHISO_DATABASE_URL: url }),
    });
    const aKey = async (feed: string | null) => {
      const { id, key, secretHash } = makeKey();
      const kind = feed === null ? ("reader" as const) : ("feed" as const);
      const input = { id, kind, feed, label: "test", secretHash, at: new Date().toISOString(), actor: "test" };
      await server.services.writer.execute({ name: "create-key", input });
      return key;
    };
    api = apiClient({
      url: server.url,
      keys: { reader: await aKey(null), feeds: { "mof.customs": await aKey("mof.customs") } },
    });
  });
  afterAll(async () => {
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it.each(Object.entries(BODIES))("in %s of a submission", async (_place, body) => {
    const answer = await api.submit(body);
    expect([answer.status, answer.json.code]).toEqual([400, "body-malformed"]);
    expect(answer.text).toContain("U+0000");
  });

  it("unescaped in a body", async () => {
    const answer = await api.submit(
      JSON.stringify(aSubmission([aTradeRow({ note: "a?b" })])).replace("a?b", `a${NUL}b`),
    );
    expect([answer.status, answer.json.code]).toEqual([400, "body-malformed"]);
  });

  it.each(PATHS)("in %s", async (path) => {
    const answer = await api.get<{ code: string }>(path);
    expect([answer.status, answer.json.code]).toEqual([400, "parameter-malformed"]);
  });
});
