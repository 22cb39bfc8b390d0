import { describe, expect, it } from "vitest";
import { checklistGaps, checklistSummary } from "./checklist-gaps.ts";
import { displayedCodes } from "./display.ts";
import { loadAgencies } from "./load-agencies.ts";
import { loadAreas } from "./load-areas.ts";
import { loadCatalogue } from "./load-catalogue.ts";
import { loadDimensions } from "./load-dimensions.ts";
import { indexOwners, loadFeeds } from "./load-feeds.ts";
import { loadHomes } from "./load-homes.ts";
import { loadSets } from "./load-sets.ts";
import { loadUnits } from "./units.ts";

const catalogue = loadCatalogue();
const byCode = new Map(catalogue.map((it) => [it.code as string, it]));

describe("catalogue", () => {
  it("holds 360 definitions, 322 for leaders and 38 components, with distinct codes", () => {
    expect(catalogue).toHaveLength(360);
    expect(byCode.size).toBe(360);
    expect(catalogue.filter((it) => it.componentOnly)).toHaveLength(38);
  });

  it("knows the unit, agency and every dimension of each definition", () => {
    const units = new Set(loadUnits().map((it) => it.code));
    const agencies = new Set(loadAgencies().map((it) => it.code));
    const dimensions = new Set(loadDimensions().map((it) => it.id));
    for (const it of catalogue) {
      expect(units, it.code).toContain(it.unit);
      expect(agencies, it.code).toContain(it.responsibleAgency);
      for (const breakdown of it.breakdowns) expect(dimensions, it.code).toContain(breakdown.dimension);
    }
  });

  it("shows large amounts in the scale officials use and others in their own unit", () => {
    expect(byCode.get("macro.retail.value")?.display).toEqual({
      unit: { vi: "nghìn tỷ đồng", en: "trillion VND" },
      factor: 0.001,
      decimals: 1,
    });
    expect(byCode.get("trade.balance")?.display).toMatchObject({ factor: 0.001, decimals: 2 });
    expect(byCode.get("tour.intl")?.display.unit.vi).toBe("triệu lượt khách");
    expect(byCode.get("fdi.new_capital")?.display).toMatchObject({ factor: 1, decimals: 0 });
  });

  it("calls a balance a difference, which is shown with its sign", () => {
    for (const code of ["trade.balance", "fin.balance"]) expect(byCode.get(code)?.valueType).toBe("difference");
  });

  it("gives every group of the decree a short name without abbreviations", () => {
    const names = loadSets().flatMap(({ groups }) => groups.map(({ shortName, name }) => [shortName, name] as const));
    for (const [short, full] of names) {
      expect(short.vi.length).toBeLessThan(full.vi.length);
      expect(short.vi).not.toMatch(/\p{Lu}{2,}/u);
    }
  });

  it("names only existing indicators in the display tables, each once", () => {
    const codes = displayedCodes();
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !byCode.has(code))).toEqual([]);
  });

  it("leaves unbounded limits unbounded and keeps strict lower limits strict", () => {
    expect(byCode.get("trade.balance")?.limits).toEqual({ min: null, max: null, minExclusive: false });
    expect(byCode.get("macro.cpi.index")?.limits).toEqual({ min: 0, max: null, minExclusive: true });
  });

  it("keeps the two declared breaks", () => {
    expect(byCode.get("macro.cpi.index")?.breaks.map((it) => it.from)).toEqual(["2020-08"]);
    expect(byCode.get("epi.dengue.cases_month")?.breaks[0]).toMatchObject({ from: "2008-08", areas: ["vn63:01"] });
  });
});

describe("areas", () => {
  const areas = loadAreas();
  const area = (code: string) => areas.find((it) => it.code === code);

  it("are the nation, 6 regions, 34 present and 64 former units and the fictional province", () => {
    expect(areas).toHaveLength(1 + 6 + 34 + 64 + 1);
    expect(new Set(areas.map((it) => it.code)).size).toBe(areas.length);
  });

  it("tie every former unit to a present one, both ways", () => {
    for (const it of areas.filter((one) => one.codeSet === "vn63")) {
      expect(area(it.successor ?? "")?.predecessors, it.code).toContain(it.code);
    }
    expect(area("24")?.predecessors).toEqual(["vn63:24", "vn63:27"]);
    expect(area("vn63:01")?.predecessors).toEqual(["vn63:HT"]);
  });

  it("carry their dates of validity", () => {
    expect(area("24")).toMatchObject({ validFrom: "2025-07-01", validTo: null });
    expect(area("vn63:24")).toMatchObject({ validFrom: null, validTo: "2025-06-30" });
    expect(area("vn63:HT")).toMatchObject({ validTo: "2008-07-31" });
  });

  it("keep the prefix that avoids a person's name", () => {
    expect(area("79")?.name.vi).toBe("TP. Hồ Chí Minh");
    expect(area("46")?.name.vi).toBe("TP. Huế");
    expect(area("vn63:46")?.name.vi).toBe("Thừa Thiên Huế");
  });

  it("mark only the fictional province as simulated and keep it outside the nation", () => {
    expect(areas.filter((it) => it.simulated).map((it) => [it.code, it.parent, it.region])).toEqual([
      ["demo:MAU", null, null],
    ]);
  });
});

describe("agencies", () => {
  const agencies = loadAgencies();

  it("have distinct codes, and parents and successors that exist", () => {
    const codes = new Set(agencies.map((it) => it.code));
    expect(codes.size).toBe(agencies.length);
    for (const it of agencies) {
      if (it.parent) expect(codes).toContain(it.parent);
      if (it.successor) expect(codes).toContain(it.successor);
    }
  });

  it("name the People's Committees as the law spells them", () => {
    const name = (code: string) => agencies.find((it) => it.code === code)?.name.vi;
    expect(name("prov.04")).toBe("Ủy ban nhân dân tỉnh Cao Bằng");
    expect(name("prov.01")).toBe("Ủy ban nhân dân thành phố Hà Nội");
    expect(name("prov.79")).toBe("Ủy ban nhân dân Thành phố Hồ Chí Minh");
  });
});

describe("sets", () => {
  const sets = loadSets();
  const set = (code: string) => sets.find((it) => it.code === code);

  it("exist for the Government, 17 ministries, 34 provinces and Tỉnh Mẫu", () => {
    expect(sets.map((it) => it.level).filter((it) => it === "ministry")).toHaveLength(17);
    expect(sets).toHaveLength(1 + 17 + 34 + 1);
    expect(set("tinh:MAU")).toMatchObject({ owner: "demo.tinhmau", simulated: true, scope: "tinh/MAU" });
  });

  it("have the groups of Art. 10.3 of their level, none of them empty, no component in them", () => {
    expect(sets.map((it) => it.groups.length)).toEqual([4, ...Array<number>(17).fill(3), ...Array<number>(35).fill(6)]);
    for (const it of sets) {
      for (const group of it.groups) {
        expect(group.indicators.length, `${it.code} ${group.code}`).toBeGreaterThan(0);
        expect(group.indicators.filter((code) => byCode.get(code)?.componentOnly)).toEqual([]);
        expect(new Set(group.indicators).size).toBe(group.indicators.length);
      }
    }
  });

  it("start each group with the headline indicators in their order", () => {
    expect(set("cp")?.groups[0]?.indicators.slice(0, 3)).toEqual([
      "macro.cpi.avg_ytd",
      "macro.iip.index_ytd",
      "macro.retail.value",
    ]);
    expect(set("bo:moh")?.groups[2]?.indicators.slice(0, 3)).toEqual([
      "epi.dengue.cases",
      "epi.hfmd.cases",
      "epi.measles.cases",
    ]);
  });

  it("divide the ministries' first group by ministry and keep the common indicators in each", () => {
    const first = (code: string) => set(code)?.groups[0]?.indicators ?? [];
    expect(first("bo:moh")).not.toContain("moj.appraised");
    expect(first("bo:moj")).toContain("moj.appraised");
    expect(first("bo:moj")).toContain("task.overdue_rate");
  });

  it("split the first group in two bands that together are the group", () => {
    const group = set("cp")?.groups[0];
    expect(group?.bands?.daily).toContain("task.overdue_rate");
    expect([...(group?.bands?.daily ?? []), ...(group?.bands?.monthly ?? [])].toSorted()).toEqual(
      [...(group?.indicators ?? [])].toSorted(),
    );
    expect(set("cp")?.groups[1]?.bands).toBeNull();
  });

  it("show every indicator for leaders in at least one set", () => {
    const shown = new Set(sets.flatMap((it) => it.groups.flatMap((group) => group.indicators)));
    expect(catalogue.filter((it) => !it.componentOnly && !shown.has(it.code)).map((it) => it.code)).toEqual([]);
  });
});

describe("homes", () => {
  it("name existing indicators, ministries and provinces", () => {
    const homes = loadHomes();
    const named = [
      ...homes.government,
      ...homes.governmentWhenConnected,
      ...homes.province,
      ...homes.provinceRealOnly,
      ...Object.values(homes.ministries).flat(),
      homes.defaultMapIndicator,
    ];
    expect(named.filter((code) => !byCode.has(code))).toEqual([]);
    expect(homes.order.provinces).toHaveLength(34);
    expect(Object.values(homes.order.provincesByRegion).flat().toSorted()).toEqual(
      [...homes.order.provinces].toSorted(),
    );
  });
});

describe("feeds", () => {
  const feeds = loadFeeds();

  it("are one per responsible agency, one per present province and two of the fictional one", () => {
    const codes = feeds.map((it) => it.code);
    const agencies = new Set(
      catalogue.map((it) => it.responsibleAgency).filter((it) => it !== "province" && it !== "all"),
    );
    expect(codes.filter((code) => /^prov\.\d\d$/.test(code))).toHaveLength(34);
    expect(codes).toHaveLength(agencies.size + 34 + 2);
    expect(codes).not.toContain("province");
    expect(codes).not.toContain("all");
  });

  it("own every cell at most once", () => {
    const ownerOf = indexOwners(feeds);
    expect(ownerOf("trade.export.value", "VN")).toBe("mof.customs");
    expect(ownerOf("trade.import.yoy", "VN")).toBe("mof.nso");
    expect(ownerOf("epi.dengue.cases_month", "vn63:HT")).toBe("moh");
    expect(ownerOf("tour.stay", "48")).toBe("prov.48");
    expect(ownerOf("tour.stay", "VN")).toBeUndefined();
    expect(ownerOf("psq.ontime_rate", "VN")).toBe("oog");
    expect(ownerOf("psq.ontime_rate", "01")).toBe("prov.01");
    expect(ownerOf("trade.export.value", "demo:MAU")).toBe("demo.tinhmau");
    expect(ownerOf("macro.va.agri", "demo:MAU")).toBe("demo.tinhmau.thongke");
    expect(feeds.filter((it) => it.requireSignOff).map((it) => it.code)).toEqual(["demo.tinhmau.thongke"]);
  });

  it("refuse an ownership claimed twice", () => {
    expect(() => indexOwners([...feeds, ...feeds.slice(0, 1)])).toThrow("is owned by");
  });
});

describe("checklist", () => {
  it("lists what is open before an owner may put a definition in force, with its clause", () => {
    const definition = byCode.get("macro.cpi.yoy");
    const gaps = definition ? checklistGaps(definition) : [];
    expect(gaps.map((it) => it.id)).toEqual([
      "breakdown-additivity",
      "due-rule-proposed",
      "principle-a",
      "principle-d",
      "review",
    ]);
    expect(gaps[0]?.clause).toContain("Điểm d khoản 4 Điều 10");
  });

  it("tells every method in English as well, a translation of its own", () => {
    // Numbers of decisions are names.
    const isVietnamese = (text: string): boolean => /[ăâđêôơưà-ỹ]/i.test(text.replaceAll(/\d+\/QĐ-\w+/g, ""));
    expect(isVietnamese("Tỷ lệ")).toBe(true);
    const left = catalogue.filter(
      ({ method }) => method.en.trim() === "" || method.en === method.vi || isVietnamese(method.en),
    );
    expect(left.map(({ code, method }) => `${code}: ${method.en}`)).toEqual([]);
  });

  it("finds no definition without method, unit, source, agency, comparability or criterion", () => {
    const open = checklistSummary(catalogue).map((it) => it.id);
    for (const id of [
      "method",
      "unit",
      "data-source",
      "agency",
      "comparability",
      "criteria",
      "due-rule",
      "target-band",
    ]) {
      expect(open).not.toContain(id);
    }
  });
});
