import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Receipt } from "../../shared/src/submission/index.ts";
import { ExplainedNode, ScreenValue } from "../support/http/screen-answers.ts";
import type { ApiObservation, Query } from "../support/http/system-client.ts";
import { type SystemUnderTest, startSystem } from "./system-under-test.ts";

/** Bắc Ninh of today; Bắc Giang and Bắc Ninh as they were. */
const PRESENT = "24";
const BAC_GIANG = "vn63:24";
const BAC_NINH = "vn63:27";
/** Nothing is published for this month. */
const MONTH = "2025-03";
const LOCAL = { budgetHolder: "local" };

const Card = z.object({
  card: z.object({
    value: ScreenValue,
    state: z.string(),
    stateReason: z.object({ vi: z.string(), en: z.string() }).nullable(),
    made: z.object({ way: z.string(), have: z.number().nullable(), of: z.number().nullable() }).nullable(),
  }),
});

type Sent = Readonly<Record<string, unknown>>;

describe("figures of merged provinces", () => {
  let system: SystemUnderTest;
  beforeAll(async () => {
    system = await startSystem("real");
  });
  afterAll(() => system?.stop());

  const send = async (idempotencyKey: string, observations: readonly Sent[], feed = "mof.nso") => {
    const body = { feed, observations };
    return system.api.submit({ key: system.keyOf(feed), idempotencyKey, body });
  };
  const accept = async (idempotencyKey: string, observations: readonly Sent[], feed?: string): Promise<number> => {
    const answer = await send(idempotencyKey, observations, feed);
    expect(answer.status, answer.text).toBe(201);
    return z.object({ receipt: Receipt }).parse(answer.json).receipt.commitSeq;
  };
  const row = (indicator: string, area: string, value: number): Sent => ({
    indicator,
    area,
    period: MONTH,
    breakdown: LOCAL,
    value,
    status: "P",
  });
  const read = async (indicator: string, area: string, query: Query = {}): Promise<ApiObservation | undefined> => {
    const cell = { indicator, area, from: MONTH, to: MONTH, "breakdown.budgetHolder": "local", ...query };
    const found = await system.api.observations(cell);
    expect(found.length).toBeLessThanOrEqual(1);
    return found[0];
  };
  let first = 0;

  it("10 and 11 of two former units give 21 under the present one, in the same commit", async () => {
    expect(await read("pi.executed", PRESENT)).toBeUndefined();
    first = await accept("merged-1", [
      row("pi.executed", BAC_GIANG, 10),
      row("pi.executed", BAC_NINH, 11),
      row("pi.executed_plan", BAC_GIANG, 40),
      row("pi.executed_plan", BAC_NINH, 20),
    ]);
    expect(await read("pi.executed", PRESENT)).toMatchObject({
      value: 21,
      origin: "computed",
      status: "P",
      commitSeq: first,
      way: "recast",
      coverage: { have: 2, of: 2, weightShare: null },
    });
    expect(await read("pi.executed", BAC_GIANG)).toMatchObject({ value: 10, origin: "reported", way: null });
    expect(await read("pi.executed", BAC_NINH)).toMatchObject({ value: 11, origin: "reported", coverage: null });
  });

  it("a ratio is recomputed from the recast parts, never averaged", async () => {
    expect((await read("pi.executed_rate", BAC_GIANG))?.value).toBe(25);
    expect((await read("pi.executed_rate", BAC_NINH))?.value).toBeCloseTo(55, 12);
    expect(await read("pi.executed_rate", PRESENT)).toMatchObject({ value: 35, way: "formula", commitSeq: first });
    const why = await system.api.screen(
      "explain.get",
      { indicator: "pi.executed_rate", area: PRESENT, breakdown: "budgetHolder=local", period: MONTH },
      ExplainedNode,
    );
    expect(why.operands.map(({ way, value }) => [way, value])).toEqual([
      ["recast", { kind: "number", value: 21 }],
      ["recast", { kind: "number", value: 60 }],
    ]);
    const [executed] = why.operands;
    expect(new Set(executed?.operands.map(({ area }) => area))).toEqual(new Set([BAC_GIANG, BAC_NINH]));
  });

  it("a correction of one unit corrects the present one in the same commit; the earlier one can be read as of then", async () => {
    const before = await read("pi.executed", PRESENT);
    const second = await accept("merged-2", [row("pi.executed", BAC_NINH, 12)]);
    expect(await read("pi.executed", PRESENT)).toMatchObject({ value: 22, revision: 2, commitSeq: second });
    expect(await read("pi.executed_rate", PRESENT)).toMatchObject({ commitSeq: second });
    const then = { asOf: before?.recordedAt ?? "" };
    expect(await read("pi.executed", PRESENT, then)).toMatchObject({ value: 21, revision: 1, way: "recast" });
  });

  it("the unit of today has no figures of a month in which it did not exist: they are sent for the former units", async () => {
    const answer = await send("merged-3", [row("pi.executed", PRESENT, 22)]);
    expect(answer.status).toBe(422);
    expect(answer.json).toMatchObject({ errors: [{ code: "area-not-valid-at-period", got: PRESENT }] });
    expect(await read("pi.executed", PRESENT)).toMatchObject({ value: 22, origin: "computed" });
  });

  it("a unit that only took another code carries its figures over; an index of two units is refused with the reason", async () => {
    const index = (area: string, value: number): Sent => ({
      indicator: "macro.ind_labour.index",
      area,
      period: MONTH,
      value,
      status: "P",
    });
    await accept("merged-4", [index(BAC_GIANG, 101.5), index(BAC_NINH, 99.5), index("vn63:01", 102.25)]);
    const at = (area: string) =>
      system.api.observations({ indicator: "macro.ind_labour.index", area, from: MONTH, to: MONTH });
    expect(await at("01")).toMatchObject([{ value: 102.25, way: "carried", coverage: { have: 1, of: 1 } }]);
    expect(await at(PRESENT)).toEqual([]);
    const page = { scope: `tinh/${PRESENT}`, code: "macro.ind_labour.index" };
    const { card } = await system.api.screen("indicator.get", page, Card);
    expect(card).toMatchObject({ state: "empty", made: null });
    expect(card.stateReason?.vi).toMatch(
      /^Số liệu công bố theo đơn vị trước sáp nhập \(.*Bắc Ninh.*\) đến tháng 03\/2025; /,
    );
    expect(card.stateReason?.vi).toContain(
      "chỉ số (so với kỳ gốc) của các đơn vị cũ không gộp được nếu không có quyền số",
    );
    expect(card.stateReason?.en).toContain("cannot be merged without weights");
  });

  it("a unit whose figure is taken back leaves the present one incomplete, and what is computed from it", async () => {
    const { value: _value, ...cell } = row("pi.executed", BAC_NINH, 0);
    const third = await accept("merged-5", [{ ...cell, retract: true, note: "gửi nhầm" }]);
    expect(await read("pi.executed", PRESENT)).toMatchObject({
      value: null,
      missing: "incomplete-predecessors",
      commitSeq: third,
      way: "recast",
      coverage: { have: 1, of: 2 },
    });
    expect(await read("pi.executed_rate", PRESENT)).toMatchObject({ value: null, missing: "incomplete-predecessors" });
    expect(await read("pi.executed", BAC_GIANG)).toMatchObject({ value: 10 });
    await accept("merged-6", [row("pi.executed", BAC_NINH, 11)]);
    expect(await read("pi.executed", PRESENT)).toMatchObject({ value: 21, revision: 4 });
  });

  it("a reported region stays the headline, the sum of its provinces beside it with the difference", async () => {
    const august = (area: string, value: number): Sent => ({
      indicator: "fdi.new_projects",
      area,
      period: "2025-08",
      value,
      status: "P",
    });
    const region = (query: Query = {}) =>
      system.api.observations({ indicator: "fdi.new_projects", area: "SE", from: "2025-08", to: "2025-08", ...query });
    await accept("merged-7", [august("75", 40), august("79", 300)], "mof.fia");
    expect(await region()).toMatchObject([
      { value: null, missing: "incomplete-parts", way: "roll-up", coverage: { have: 2, of: 3 } },
    ]);
    await accept("merged-8", [august("80", 20)], "mof.fia");
    expect(await region()).toMatchObject([{ value: 360, way: "roll-up", coverage: { have: 3, of: 3 } }]);
    await accept("merged-9", [august("SE", 365)], "mof.fia");
    expect(await region()).toMatchObject([{ value: 365, origin: "reported" }]);
    expect(await region({ origin: "computed" })).toMatchObject([{ value: 360 }]);
    const why = await system.api.screen(
      "explain.get",
      { indicator: "fdi.new_projects", area: "SE", breakdown: "", period: "2025-08" },
      ExplainedNode,
    );
    expect(why).toMatchObject({
      value: { kind: "number", value: 365 },
      beside: { origin: "computed", value: { kind: "number", value: 360 }, difference: { kind: "number", value: 5 } },
    });
    // Three of 34 provinces are no nation.
    const nation = { indicator: "fdi.new_projects", area: "VN", from: "2025-08", to: "2025-08" };
    expect(await system.api.observations(nation)).toMatchObject([
      { value: null, missing: "incomplete-parts", coverage: { have: 3, of: 34 } },
    ]);
  });
});
