import { goalText } from "@bochiso/shared/target";
import { describe, expect, it } from "vitest";
import { DEMO_AREA_CODE, loadCatalogue, loadSets } from "../catalogue/index.ts";
import { demoTargets } from "./demo-targets.ts";

describe("the simulated targets", () => {
  const all = demoTargets().flatMap(({ entries }) => entries);
  const definitions = new Map(loadCatalogue().map((it) => [String(it.code), it]));

  it("are of the fictional province alone, by documents that say they are invented", () => {
    for (const { target } of all) {
      expect(target.area).toBe(DEMO_AREA_CODE);
      expect(target.legalBasis.number).toMatch(/^Nghị quyết mô phỏng/);
      expect(target.legalBasis.issuer.vi).toContain("hư cấu");
      expect(target.legalBasis.issuer.en).toContain("fictional");
    }
  });

  it("are in the units of the catalogue, each for a cell of its own", () => {
    const cells = all.map(({ target }) =>
      JSON.stringify([target.indicator, target.breakdown, target.scenario, target.by]),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(new Set(all.map(({ target }) => target.id)).size).toBe(all.length);
    for (const { target, unit } of all) {
      const definition = definitions.get(target.indicator);
      expect(definition?.unit, target.id).toBe(unit);
      expect(definition && goalText(target.goal, definition.display).vi, target.id).toMatch(/\d/);
    }
  });

  it("cover sums, levels, ways from a baseline, ranges, every pace, rising and falling ones, and the council's group", () => {
    const targets = all.map(({ target }) => target);
    const directions = new Set(targets.map(({ indicator }) => definitions.get(indicator)?.direction));
    expect(directions).toEqual(new Set(["higher", "lower", "neutral"]));
    expect(new Set(targets.map(({ pace }) => pace.kind))).toEqual(new Set(["linear", "seasonal", "custom"]));
    expect(new Set(targets.map(({ goal }) => goal.kind))).toEqual(new Set(["value", "range"]));
    expect(targets.filter(({ baseline }) => baseline !== null).length).toBeGreaterThan(4);
    const set = loadSets().find(({ code }) => code === "tinh:MAU");
    const council = set?.groups.find(({ code }) => code === "province.council_targets")?.indicators ?? [];
    const having = new Set(targets.map(({ indicator }) => indicator));
    expect(council.filter((code) => having.has(code)).length).toBeGreaterThan(20);
  });

  it("are assigned in order, and not before the documents were passed", () => {
    const moments = demoTargets().map(({ recordedAt }) => recordedAt);
    expect(moments).toEqual(moments.toSorted());
    for (const { recordedAt, entries } of demoTargets()) {
      for (const { target } of entries) expect((target.legalBasis.date ?? "") <= recordedAt).toBe(true);
    }
  });
});
