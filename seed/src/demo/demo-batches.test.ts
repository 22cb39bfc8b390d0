import { breakdownKey } from "@bochiso/shared/breakdown";
import { isFuturePeriod, periodFromId } from "@bochiso/shared/period";
import type { SubmittedObservation } from "@bochiso/shared/submission";
import { describe, expect, it } from "vitest";
import { indexOwners, loadCatalogue, loadFeeds, loadSets } from "../catalogue/index.ts";
import { DEMO_UNTIL, demoBatches } from "./demo-batches.ts";
import { noiseOf } from "./noise.ts";
import { PROFILES } from "./simulate.ts";

const batches = demoBatches();
/** Those that count: all but what waits for sign-off. */
const inForce = batches.filter((it) => it.feed === "demo.tinhmau" || it.approvedBy !== undefined);
const observations = inForce.flatMap((it) => it.submission.observations);
const catalogue = new Map(loadCatalogue().map((it) => [it.code as string, it]));
const at = (indicator: string, period: string): SubmittedObservation[] =>
  observations.filter((it) => it.indicator === indicator && it.period === period);

describe("demoBatches", () => {
  it("carries only the fictional province, by its own feed, each row saying that it is simulated", () => {
    expect(new Set(observations.map((it) => it.area))).toEqual(new Set(["demo:MAU"]));
    expect(new Set(batches.map((it) => it.feed))).toEqual(new Set(["demo.tinhmau", "demo.tinhmau.thongke"]));
    expect(observations.every((it) => it.note?.startsWith("Số liệu mô phỏng"))).toBe(true);
    const ownerOf = indexOwners(loadFeeds());
    for (const { feed, submission } of batches) {
      expect(submission.observations.every((it) => ownerOf(it.indicator, it.area) === feed)).toBe(true);
    }
  });

  it("is small, in order of recording, complete by its moment, and the same each time", () => {
    expect(observations.length).toBeGreaterThan(4_000);
    expect(observations.length).toBeLessThan(15_000);
    const times = batches.map((it) => it.recordedAt);
    expect(times).toEqual(times.toSorted());
    expect(new Set(batches.map((it) => it.idempotencyKey)).size).toBe(batches.length);
    expect(times.at(-1)?.localeCompare(DEMO_UNTIL)).toBe(-1);
    expect(demoBatches()).toEqual(batches);
  });

  it("fills every group: each indicator is sent, or derived from what is sent, or about a real place or a target", () => {
    const has = new Set(observations.map((it) => it.indicator));
    const groups = loadSets().find((it) => it.code === "tinh:MAU")?.groups ?? [];
    for (const group of groups) {
      const empty = group.indicators.filter((code) => !has.has(code) && !catalogue.get(code)?.formula);
      // Long Thành is a real airport and gets no invented value.
      expect(empty, group.code).toEqual(group.indicators.filter((code) => code === "kp.longthanh"));
    }
  });

  it("holds the operands of every formula of its groups, but for targets and the nation", () => {
    const has = new Set(observations.map((it) => it.indicator));
    const shown =
      loadSets()
        .find((it) => it.code === "tinh:MAU")
        ?.groups.flatMap((it) => it.indicators) ?? [];
    const operands = (formula: string): string[] => formula.match(/[a-z0-9_]+(?:\.[a-z0-9_]+)+/g) ?? [];
    const lacking = shown
      .flatMap((code) => operands(catalogue.get(code)?.formula ?? ""))
      .filter((code) => catalogue.has(code) && !has.has(code) && !catalogue.get(code)?.formula);
    expect(lacking).toEqual([]);
  });

  it("sends no derived value, no future period and no period of another type", () => {
    const now = Date.parse(DEMO_UNTIL);
    for (const it of observations) {
      const definition = catalogue.get(it.indicator);
      expect(definition?.formula ?? null, it.indicator).toBeNull();
      const period = periodFromId(it.period, definition?.periodType ?? "month");
      expect(isFuturePeriod(period, now), `${it.indicator} ${it.period}`).toBe(false);
    }
  });

  it("stays within natural limits, in the decimals of the definition, with required breakdowns", () => {
    for (const it of observations) {
      const definition = catalogue.get(it.indicator);
      for (const { dimension } of definition?.breakdowns.filter((one) => one.required) ?? []) {
        expect(it.breakdown?.[dimension], it.indicator).toBeDefined();
      }
      if (it.value === null) continue;
      const { min = null, max = null } = definition?.limits ?? {};
      expect(min === null || Number(it.value) >= min, `${it.indicator} ${it.value}`).toBe(true);
      expect(max === null || Number(it.value) <= max, `${it.indicator} ${it.value}`).toBe(true);
    }
  });

  it("never has a part above its whole, nor a cumulative figure that falls within its year", () => {
    const value = (indicator: string, period: string): number => Number(at(indicator, period)[0]?.value);
    expect(value("psq.dossier_ontime", "2026-11-10")).toBeLessThanOrEqual(value("psq.dossier_done", "2026-11-10"));
    expect(value("pi.executed_plan", "2026-03")).toBe(value("pi.executed_plan", "2026-10"));
    expect(value("pi.executed", "2026-10")).toBeLessThan(value("pi.executed_plan", "2026-10"));
    for (const definition of catalogue.values()) {
      if (definition.accumulation !== "ytd" || definition.direction === "band") continue;
      const rows = observations.filter((it) => it.indicator === definition.code && it.period.startsWith("2026"));
      const values = rows.toSorted((a, b) => (a.period < b.period ? -1 : 1)).map((it) => Number(it.value));
      expect(values, definition.code).toEqual(values.toSorted((a, b) => a - b));
    }
  });

  it("has a month that never came, a figure out of line, and an estimate that was revised", () => {
    expect(at("tr.port", "2026-04")).toMatchObject([{ value: null, status: "O" }]);
    expect(at("env.pm25", "2026-11-12")).toMatchObject([{ value: "148.6" }]);
    expect(at("macro.retail.goods", "2026-09").map((it) => it.status)).toEqual(["E", "P"]);
  });

  it("has what is signed off by somebody simulated, and one submission that waits", () => {
    const signed = batches.filter((it) => it.feed === "demo.tinhmau.thongke");
    expect(signed.filter((it) => it.approvedBy === undefined).map((it) => it.submission.observations.length)).toEqual([
      4,
    ]);
    expect(signed.every((it) => it.approvedBy?.name.endsWith("mô phỏng") ?? true)).toBe(true);
  });

  it("sends each cell once, but for the revision", () => {
    const cells = observations.map((it) => `${it.indicator}|${it.period}|${breakdownKey(it.breakdown ?? {})}`);
    expect(cells.length - new Set(cells).size).toBe(1);
  });

  it("has profiles only for indicators without a formula, each a base or a part", () => {
    for (const [code, profile] of Object.entries(PROFILES)) {
      expect(catalogue.get(code)?.formula, code).toBeNull();
      expect((profile.base === undefined) !== (profile.of === undefined), code).toBe(true);
    }
  });
});

describe("noiseOf", () => {
  it("is the same for the same key, within [-1, 1] and centred", () => {
    const sample = Array.from({ length: 2000 }, (_, index) => noiseOf(`key ${index}`));
    expect(noiseOf("key 7")).toBe(sample[7]);
    expect(sample.every((it) => it >= -1 && it <= 1)).toBe(true);
    expect(Math.abs(sample.reduce((sum, it) => sum + it, 0) / sample.length)).toBeLessThan(0.05);
  });
});
