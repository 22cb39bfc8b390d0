import { FeedState } from "@bochiso/shared/wire";
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
  next: string | null;
}
const list = async (query: string, key?: string) =>
  (await api.get<List>(`/api/v1/observations?${query}`, key === undefined ? {} : { key })).json;

describe("observations", () => {
  it("come in the order of indicator, area, breakdown, period, page by page without loss", async () => {
    const query = "indicator=trade.import.value&indicator=trade.export.value&breakdown.ownership=*";
    const whole = await list(`${query}&limit=10000`);
    const keys = whole.observations.map((it) =>
      [it.indicator, it.area, it.breakdown["ownership"] ?? "", it.period].join("\u0000"),
    );
    expect(keys).toEqual(keys.toSorted());
    expect(keys.length).toBe(2 * 181);
    const paged: ApiObservation[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: List = await list(`${query}&limit=50${cursor === "" ? "" : `&cursor=${cursor}`}`);
      paged.push(...page.observations);
      cursor = page.next;
    }
    expect(paged).toEqual(whole.observations);
  });

  it("are totals where no breakdown is asked for, and cut to whole periods between from and to", async () => {
    const { observations } = await list("indicator=trade.export.value&area=VN&from=2024-Q4&to=2025-01");
    expect(observations.map((it) => it.period)).toEqual(["2024-10", "2024-11", "2024-12", "2025-01"]);
    expect(observations.every((it) => Object.keys(it.breakdown).length === 0)).toBe(true);
  });

  it("give the reported figure by default, the computed one on demand, both on demand", async () => {
    const query = "indicator=trade.export.yoy&area=VN&from=2025-01&to=2025-01";
    const origins = async (origin: string) => (await list(`${query}${origin}`)).observations.map((it) => it.origin);
    expect(await origins("")).toEqual(["reported"]);
    expect(await origins("&origin=computed")).toEqual(["computed"]);
    expect(await origins("&origin=all")).toEqual(["computed", "reported"]);
  });

  it("are an error value, not a number, across the change of the CPI base", async () => {
    const query = "indicator=macro.cpi.yoy&area=VN&origin=computed&from=2020-08&to=2020-12";
    const { observations } = await list(query);
    expect(observations.length).toBeGreaterThan(0);
    expect(observations.every((it) => it.value === null)).toBe(true);
    // September 2020 was never published: what it lacks comes before what it would be compared with.
    const present = observations.filter((it) => it.period !== "2020-09");
    expect(new Set(present.map((it) => it.error))).toEqual(new Set(["comparability-break"]));
  });

  it.each([
    ["indicator=trade.exprot.value", "indicator", "trade.export.value"],
    ["indicator=trade.export.value&area=vn63:1", "area", "vn63:01"],
    ["indicator=trade.export.value&sinceSeq=0&area=nowhere-at-all", "area", null],
    ["sinceSeq=0&breakdown.ownership=FDII", "breakdown.ownership", "FDI"],
    ["/explain?indicator=trade.exprot.value&area=VN&period=2025-01", "indicator", "trade.export.value"],
  ])(
    "%s: an unknown code is told, with the nearest one, not answered as if there were no figures",
    async (query, name, nearest) => {
      const address = query.startsWith("/") ? query : `?${query}`;
      const answer = await api.get<{ code: string; parameter: string; expected: string }>(
        `/api/v1/observations${address}`,
      );
      expect(answer.status).toBe(400);
      expect(answer.json).toMatchObject({ code: "parameter-malformed", parameter: name });
      for (const said of nearest === null ? [] : [`mã gần nhất: ${nearest}`, `the nearest one: ${nearest}`])
        expect(answer.text).toContain(said);
    },
  );

  it("are CSV for who asks for it, with the next page as a link", async () => {
    const answer = await api.get("/api/v1/observations?indicator=trade.export.value&area=VN&limit=2", {
      headers: { Accept: "text/csv" },
    });
    expect(answer.headers.get("content-type")).toContain("text/csv");
    const [head, first] = answer.text.split("\r\n");
    expect(head).toMatch(/^indicator,area,period,breakdown,/);
    expect(first).toMatch(/^trade\.export\.value,VN,/);
    expect(answer.headers.get("link")).toMatch(/cursor=.*rel="next"/);
    expect((await api.get("/api/v1/observations", { headers: { Accept: "image/png" } })).status).toBe(406);
  });

  it.each([
    ["indicator=trade.export.value&breakdown.ownershp=FDI", "parameter-unknown", "breakdown.ownership"],
    ["sinceSeq=0&breakdown.ownershp=*", "parameter-unknown", "breakdown.ownership"],
    ["indicator=trade.export.value&breakdown.ownershp=_T", "parameter-unknown", "breakdown.ownership"],
    ["indicator=macro.cpi.index&breakdown.ownership=FDI", "parameter-unknown", undefined],
    ["breakdown.__proto__=x", "parameter-unknown", undefined],
    ["breakdown.*=FDI", "parameter-unknown", undefined],
    ["indicator=trade.export.value&breakdown.ownership=ZZ", "parameter-malformed", undefined],
    ["indicator=trade.export.value&breakdown.ownership=fdi", "parameter-malformed", "FDI"],
  ])(
    "%s: an unknown breakdown is told, not answered with nothing or with totals alone",
    async (query, code, nearest) => {
      const answer = await api.get<{ code: string; nearest?: string }>(`/api/v1/observations?${query}`);
      expect([answer.status, answer.json.code, answer.json.nearest]).toEqual([400, code, nearest]);
    },
  );

  it("takes * for a dimension that only some of the indicators have, and all dimensions at once", async () => {
    const both = await list("indicator=trade.export.value&indicator=macro.cpi.index&breakdown.ownership=*&limit=10000");
    expect(new Set(both.observations.map((it) => it.indicator)).size).toBe(2);
    expect((await list("indicator=macro.cpi.index&breakdown.ownership=*")).observations.length).toBeGreaterThan(0);
    expect((await list("indicator=macro.cpi.index&breakdown.ownership=_T")).observations.length).toBeGreaterThan(0);
    expect((await list("indicator=trade.export.value&breakdown.*=*")).observations.length).toBeGreaterThan(0);
  });

  it("are a change feed since a commit, every revision once", async () => {
    const before = (await api.get<{ commitSeq: number }>("/readyz")).json.commitSeq;
    await api.submit(aSubmission([aTradeRow({ period: "2025-03" })]));
    await api.submit(aSubmission([aTradeRow({ period: "2025-03", value: 39000 })]));
    const { observations } = await list(`indicator=trade.export.value&sinceSeq=${before}`);
    expect(observations.map((it) => [it.period, it.revision, it.value])).toEqual([
      ["2025-03", 1, 38510.2],
      ["2025-03", 2, 39000],
    ]);
  });

  it("refuse a reader that is ahead of the newest commit, and name it", async () => {
    const newest = (await api.get<{ commitSeq: number }>("/readyz")).json.commitSeq;
    expect((await list(`sinceSeq=${newest}`)).observations).toEqual([]);
    const ahead = await api.get<{ code: string; detailVi: string }>(`/api/v1/observations?sinceSeq=${newest + 1}`);
    expect([ahead.status, ahead.json.code]).toEqual([400, "parameter-malformed"]);
    expect(ahead.json.detailVi).toContain(`từ 0 đến ${newest},`);
  });

  it("show a feed its own data only, and nobody anything without a key", async () => {
    const customs = server.keys.feeds["mof.customs"] ?? "";
    expect((await list("indicator=trade.export.value&area=VN", customs)).observations.length).toBeGreaterThan(0);
    expect((await list("indicator=macro.cpi.index", customs)).observations).toEqual([]);
    expect((await api.get("/api/v1/observations", { key: null })).status).toBe(401);
  });

  it.each(["mof.customs", "mof.nso", "prov.01"])("are cut into pages within the scope of %s", async (feed) => {
    const key = server.keys.feeds[feed] ?? "";
    const query = "from=2024-01&origin=all&breakdown.budgetHolder=*";
    const whole = await list(`${query}&limit=10000`, key);
    const cellOf = (it: { indicator: string; area: string }) => `${it.indicator} ${it.area}`;
    const own = new Set(whole.observations.map(cellOf));
    const paged: ApiObservation[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const limit = Math.max(1, Math.ceil(whole.observations.length / 5));
      const page: List = await list(`${query}&limit=${limit}${cursor === "" ? "" : `&cursor=${cursor}`}`, key);
      paged.push(...page.observations);
      cursor = page.next;
      if (cursor === null) break;
      expect(page.observations.length).toBeGreaterThanOrEqual(limit);
      const named = JSON.parse(Buffer.from(cursor, "base64url").toString()) as { indicator: string; area: string };
      expect(own).toContain(cellOf(named));
    }
    expect(paged).toEqual(whole.observations);
  });

  it("keep former provinces under their own codes", async () => {
    const former = await list(
      "indicator=pi.executed&areaBasis=former&from=2025-02&to=2025-02&breakdown.budgetHolder=local",
    );
    expect(former.observations.some((it) => it.area === "vn63:01")).toBe(true);
    const present = await list(
      "indicator=pi.executed&areaBasis=present&from=2025-02&to=2025-02&breakdown.budgetHolder=local",
    );
    expect(present.observations.every((it) => !it.area.startsWith("vn63:"))).toBe(true);
  });
});

interface Node {
  ref: string;
  value: number | null;
  formula: string | null;
  definitionVersion: number | null;
  operands: Node[];
  observation: { revision: number; feed: string } | null;
}

describe("an explanation", () => {
  it("gives the formula, every operand as read, and what was stored behind each leaf", async () => {
    const { json: node } = await api.get<Node>(
      "/api/v1/observations/explain?indicator=trade.balance&area=VN&period=2025-02",
    );
    expect(node).toMatchObject({
      formula: "trade.export.value - trade.import.value",
      definitionVersion: 1,
      observation: null,
    });
    expect(node.operands.map((it) => it.ref)).toEqual(["trade.export.value", "trade.import.value"]);
    for (const leaf of node.operands)
      expect(leaf).toMatchObject({ formula: null, operands: [], observation: { feed: "mof.customs" } });
    const [exports, imports] = node.operands.map((it) => it.value ?? Number.NaN);
    expect(node.value).toBe((exports ?? 0) - (imports ?? 0));
  });

  it("goes down through derived operands", async () => {
    const { json: node } = await api.get<Node>(
      "/api/v1/observations/explain?indicator=trade.export.fdi_share&area=VN&period=2025-02",
    );
    const [fdi] = node.operands;
    expect(fdi).toMatchObject({ ref: "trade.export.fdi", formula: "trade.export.value[ownership=FDI]" });
    expect(fdi?.operands[0]?.observation?.revision).toBe(1);
  });

  it("names an operand that its asker may not read and tells nothing of it", async () => {
    const nso = server.keys.feeds["mof.nso"] ?? "";
    const answer = await api.get("/api/v1/observations/explain?indicator=trade.balance&area=VN&period=2025-02", {
      key: nso,
    });
    expect(answer.status).toBe(404);
  });
});

describe("the catalogue", () => {
  it("carries an ETag, and answers 304 to who has it", async () => {
    for (const path of [
      "indicators",
      "indicators/trade.balance",
      "codelists/ownership",
      "areas",
      "agencies",
      "sets/cp",
    ]) {
      const first = await api.get(`/api/v1/catalog/${path}`, { key: null });
      const etag = first.headers.get("etag") ?? "";
      expect([first.status, etag.length > 10]).toEqual([200, true]);
      const again = await api.get(`/api/v1/catalog/${path}`, { key: null, headers: { "If-None-Match": etag } });
      expect([again.status, again.text]).toEqual([304, ""]);
    }
  });

  it("publishes the limits", async () => {
    const { json } = await api.get("/api/v1/limits", { key: null });
    expect(json).toMatchObject({
      wireBytes: 33_554_432,
      inflatedBytes: 134_217_728,
      observations: 100_000,
      affectedCells: 500_000,
      depth: 8,
      stringBytes: 4096,
    });
  });
});

describe("a feed", () => {
  it("is told what is due and missing, and its heartbeat is kept", async () => {
    const customs = server.keys.feeds["mof.customs"] ?? "";
    const expected = await api.get<{ expected: { indicator: string; state: string; missing: string[] }[] }>(
      "/api/v1/feeds/mof.customs/expected?period=2025-04",
      { key: customs },
    );
    expect(expected.json.expected.find((it) => it.indicator === "trade.export.value")).toMatchObject({
      state: "missing",
      missing: ["VN"],
    });
    const never = expected.json.expected.filter((it) => it.state === "never-sent");
    expect(never.map((it) => it.indicator)).toContain("prov.border_trade");
    for (const it of expected.json.expected) expect(it.state === "missing").toBe(it.missing.length > 0);
    const beat = await fetch(`${server.url}/api/v1/feeds/mof.customs/heartbeat`, {
      method: "POST",
      headers: { Authorization: `Bearer ${customs}` },
    });
    expect(beat.status).toBe(200);
    const state = await api.get("/api/v1/feeds/mof.customs", { key: customs });
    expect(state.json).toMatchObject({
      heartbeat: { at: expect.any(String) },
      owns: { count: expect.any(Number), indicators: expect.arrayContaining(["trade.export.value"]), areas: null },
    });
    const { owns } = FeedState.parse(state.json);
    expect(owns.computed).toContain("trade.balance");
    expect([owns.count, owns.indicators.filter((code) => owns.computed.includes(code))]).toEqual([
      owns.indicators.length,
      [],
    ]);
    const row = (indicator: string) => aTradeRow({ indicator, period: "2025-04" });
    const refused = async (indicator: string) =>
      (await api.submit(aSubmission([row(indicator)]), { key: customs, query: "?dryRun=true" })).text.includes(
        '"indicator-derived"',
      );
    expect(await Promise.all(owns.computed.map(refused))).toEqual(owns.computed.map(() => true));
    expect(await Promise.all(owns.indicators.map(refused))).toEqual(owns.indicators.map(() => false));
    expect((await api.get("/api/v1/feeds/moh", { key: customs })).status).toBe(403);
  });
});

describe("observations aggregated over time", () => {
  interface Whole extends Omit<ApiObservation, "way" | "revision"> {
    revision: number | null;
    way: string | null;
    missing: string | null;
    flags: string[];
  }
  const wholes = async (query: string) =>
    (await api.get<{ frequency: string; observations: Whole[]; next: string | null }>(`/api/v1/observations?${query}`))
      .json;
  const refusal = async (query: string) => {
    const answer = await api.get<{ code: string; detail: string }>(`/api/v1/observations?${query}`);
    return [answer.status, answer.json.code, answer.json.detail] as const;
  };

  it("are made of every own period, with how many there are; a running one has no number", async () => {
    const query = "indicator=trade.export.value&area=VN";
    const months = (await list(`${query}&from=2024&to=2024`)).observations.map(({ value }) => value ?? Number.NaN);
    const page = await wholes(`${query}&frequency=year&from=2024&to=2025`);
    expect(page.frequency).toBe("year");
    const [whole, partial] = page.observations;
    expect(whole).toMatchObject({ period: "2024", origin: "computed", way: "over-time", revision: null, flags: [] });
    expect(whole?.coverage).toMatchObject({ have: 12, of: 12 });
    expect(whole?.value).toBeCloseTo(
      months.reduce((sum, value) => sum + value, 0),
      6,
    );
    expect(partial).toMatchObject({ period: "2025", value: null, missing: "incomplete-parts" });
    const arrived = (await list(`${query}&from=2025&to=2025`)).observations.filter(({ value }) => value !== null);
    expect(partial?.coverage).toMatchObject({ have: arrived.length, of: 12 });
  });

  it("come page by page without loss, a ratio from its parts, sums since January as they stand at the end", async () => {
    const query = "indicator=trade.export.fdi_share&indicator=pi.executed&area=VN&frequency=quarter&from=2024&to=2024";
    const { observations } = await wholes(query);
    const paged: Whole[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof wholes>> = await wholes(
        `${query}&limit=3${cursor === "" ? "" : `&cursor=${cursor}`}`,
      );
      paged.push(...page.observations);
      cursor = page.next;
    }
    expect(paged).toEqual(observations);
    const first = async (indicator: string, more = "") =>
      (await wholes(`indicator=${indicator}&area=VN&from=2024-Q1&to=2024-Q1&${more}`)).observations;
    const [fdi] = await first("trade.export.value", "frequency=quarter&breakdown.ownership=FDI");
    const [all] = await first("trade.export.value", "frequency=quarter");
    const share = observations.find((row) => row.indicator === "trade.export.fdi_share" && row.period === "2024-Q1");
    expect(share?.value).toBeCloseTo(((fdi?.value ?? Number.NaN) / (all?.value ?? Number.NaN)) * 100, 9);
    const [, , march] = await first("pi.executed");
    const disbursed = observations.find((row) => row.indicator === "pi.executed" && row.period === "2024-Q1");
    expect(disbursed?.value).toBe(march?.value);
  });

  it("are an error across the change of the CPI base, and explained period by period", async () => {
    const { json } = await api.get<{ way: string; error: string; whole: object; operands: { period: string }[] }>(
      "/api/v1/observations/explain?indicator=macro.cpi.index&area=VN&period=2020&frequency=year",
    );
    expect(json).toMatchObject({ way: "over-time", error: "comparability-break", whole: { rule: "mean" } });
    expect(json.operands.map(({ period }) => period)).toContain("2020-12");
  });

  it.each([
    ["indicator=epi.dengue.cases&frequency=month", "time-aggregation-refused"],
    ["indicator=macro.cpi.yoy&frequency=year", "time-aggregation-refused"],
    ["indicator=trade.export.value&frequency=fortnight", "parameter-malformed"],
    ["indicator=trade.export.value&frequency=static", "parameter-malformed"],
    ["frequency=year", "parameter-malformed"],
    ["indicator=pi.plan&frequency=term&scenario=target", "parameter-malformed"],
    ["indicator=trade.export.value&frequency=year&origin=reported", "parameter-malformed"],
    ["indicator=trade.export.value&frequency=year&areaBasis=asReported", "parameter-malformed"],
    ["indicator=trade.export.value&frequency=year&sinceSeq=0", "parameter-malformed"],
  ])("%s is refused with %s and the reason", async (query, code) => {
    const [status, found, detail] = await refusal(query);
    expect([status, found]).toEqual([400, code]);
    expect(detail.length).toBeGreaterThan(30);
  });
});
