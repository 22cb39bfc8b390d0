import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ApiClient, apiClient } from "../support/http/api-client.ts";
import { type SeededServer, startSeededServer } from "../support/seeded-server.ts";

interface Row {
  area: string;
  areaBasis: string | null;
  period: string;
  origin: string;
  way: string | null;
  value: number | null;
  missing: string | null;
}

describe("areaBasis", () => {
  let server: SeededServer;
  let api: ApiClient;
  beforeAll(async () => {
    server = await startSeededServer();
    api = apiClient(server);
  });
  afterAll(() => server.remove());

  const CELLS = "indicator=pi.executed&breakdown.budgetHolder=local&from=2025-02&to=2025-02";
  const read = async (query: string) =>
    (await api.get<{ areaBasis: string; observations: Row[]; next: string | null }>(`/api/v1/observations?${query}`))
      .json;
  const rowsOf = async (query: string) => (await read(query)).observations;
  const areas = (rows: readonly Row[]) => rows.map(({ area }) => area);

  it("is named in the answer, and each row says which units it belongs to", async () => {
    const page = await read(CELLS);
    expect(page.areaBasis).toBe("all");
    const byArea = new Map(page.observations.map((row) => [row.area, row.areaBasis]));
    expect([byArea.get("VN"), byArea.get("33"), byArea.get("vn63:33")]).toEqual([null, "present", "former"]);
  });

  it("present: former units stand back, their values recast and marked with how", async () => {
    const rows = await rowsOf(`${CELLS}&areaBasis=present`);
    expect(areas(rows).some((area) => area.startsWith("vn63:"))).toBe(false);
    const former = new Map(
      (await rowsOf(`${CELLS}&areaBasis=former`)).map((row) => [row.area, row.value ?? Number.NaN]),
    );
    const of = (code: string) => rows.find(({ area }) => area === code);
    expect(of("33")).toMatchObject({ way: "recast", origin: "computed", areaBasis: "present" });
    expect(of("33")?.value).toBeCloseTo((former.get("vn63:33") ?? 0) + (former.get("vn63:34") ?? 0), 9);
    expect(of("01")).toMatchObject({ way: "carried", value: former.get("vn63:01") });
    expect(of("24")).toMatchObject({ way: "recast", value: null, missing: "incomplete-predecessors" });
  });

  it("former: present units stand back, former ones stay readable as they were sent", async () => {
    const rows = await rowsOf(`${CELLS}&areaBasis=former`);
    expect(areas(rows).filter((area) => /^\d\d$/.test(area))).toEqual([]);
    const units = rows.filter(({ areaBasis }) => areaBasis === "former");
    expect(units.length).toBeGreaterThan(15);
    expect(units.every(({ origin, way }) => origin === "reported" && way === null)).toBe(true);
  });

  it("asReported: no unit has a value that it did not report", async () => {
    const rows = await rowsOf(`${CELLS}&areaBasis=asReported&origin=all`);
    expect(areas(rows)).toContain("vn63:33");
    expect(rows.filter(({ areaBasis }) => areaBasis === "present")).toEqual([]);
    const rates = await rowsOf(
      "indicator=pi.executed_rate&breakdown.budgetHolder=local&from=2025-01&to=2025-01&areaBasis=asReported&origin=all",
    );
    expect(rates.filter(({ areaBasis }) => areaBasis === "present")).toEqual([]);
  });

  it("a bare code is never the former unit of the same digits", async () => {
    // 27 was a code of the former units; no present one has it.
    const present = await api.get<{ code: string; detail: string }>(`/api/v1/observations?${CELLS}&area=27`);
    expect([present.status, present.json.code]).toEqual([400, "parameter-malformed"]);
    expect(present.json.detail).toContain("vn63:27");
    const [former] = await rowsOf(`${CELLS}&area=vn63:27`);
    expect([former?.area, former?.way]).toEqual(["vn63:27", null]);
    const dengue = "indicator=epi.dengue.cases_month&from=2010-09&to=2010-09";
    const [bacNinh] = await rowsOf(`${dengue}&area=24`);
    const [bacGiang] = await rowsOf(`${dengue}&area=vn63:24`);
    const [bacNinhBefore] = await rowsOf(`${dengue}&area=vn63:27`);
    expect(bacNinh?.value).toBe((bacGiang?.value ?? Number.NaN) + (bacNinhBefore?.value ?? Number.NaN));
    expect(bacNinh?.way).toBe("recast");
    expect(bacGiang?.way).toBeNull();
  });

  it("leaves no unit out when a list is read page by page", async () => {
    for (const basis of ["all", "asReported", "former", "present"]) {
      const whole = await rowsOf(`${CELLS}&areaBasis=${basis}&limit=10000`);
      const paged: Row[] = [];
      for (let cursor: string | null = ""; cursor !== null; ) {
        const page = await read(`${CELLS}&areaBasis=${basis}&limit=7${cursor === "" ? "" : `&cursor=${cursor}`}`);
        paged.push(...page.observations);
        cursor = page.next;
      }
      expect(paged, basis).toEqual(whole);
    }
  });

  it("is a column of CSV", async () => {
    const { text } = await api.get(`/api/v1/observations?${CELLS}&area=33`, { headers: { Accept: "text/csv" } });
    const [head, row] = text.trimEnd().split("\r\n");
    const at = (name: string) => row?.split(",")[head?.split(",").indexOf(name) ?? -1];
    expect([at("area"), at("areaBasis"), at("way")]).toEqual(["33", "present", "recast"]);
  });

  it.each(["PRESENT", "34", "", "vn63"])("refuses the unknown word %o and names the known ones", async (word) => {
    for (const path of [
      `/api/v1/observations?${CELLS}&areaBasis=${word}`,
      `/api/v1/observations/explain?indicator=pi.executed&breakdown.budgetHolder=local&period=2025-02&area=33&areaBasis=${word}`,
    ]) {
      const { status, json } = await api.get<{ code: string; detail: string }>(path);
      expect([status, json.code]).toEqual([400, "parameter-malformed"]);
      expect(JSON.stringify(json)).toContain("all, asReported, former, present");
    }
  });

  describe("of an explanation", () => {
    const CELL = "indicator=pi.executed&breakdown.budgetHolder=local&period=2025-02";
    const explain = async (query: string) =>
      await api.get<{ areaBasis: string; way: string; operands: { area: string; value: number }[]; code: string }>(
        `/api/v1/observations/explain?${CELL}&${query}`,
      );

    it("shows the former units that a recast value was made of", async () => {
      const { json } = await explain("area=33&areaBasis=present");
      expect([json.areaBasis, json.way]).toEqual(["present", "recast"]);
      expect(json.operands.map(({ area }) => area)).toEqual(["vn63:33", "vn63:34"]);
    });

    it("refuses a unit of the other basis, naming the right ones", async () => {
      const present = await explain("area=24&areaBasis=former");
      expect([present.status, present.json.code]).toEqual([400, "parameter-malformed"]);
      expect(JSON.stringify(present.json)).toContain("vn63:24, vn63:27");
      const former = await explain("area=vn63:24&areaBasis=present");
      expect(former.status).toBe(400);
      expect(JSON.stringify(former.json)).toMatch(/areaBasis=present: 24/);
    });

    it("has nothing for a present unit as reported before its merger", async () => {
      expect((await explain("area=33&areaBasis=asReported")).status).toBe(404);
      expect((await explain("area=vn63:33&areaBasis=asReported")).status).toBe(200);
    });
  });
});
