import { type AreaComparison, type ComparisonBasis, ScopeId } from "@bochiso/shared/screen";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SeededScreens, seededScreens } from "./seeded-screens.ts";

const scope = (id: string) => ScopeId.parse(id);

describe("former and present provinces of the seeded system", () => {
  let screens: SeededScreens;
  beforeAll(async () => {
    screens = await seededScreens("everything");
  });
  afterAll(() => screens?.close());

  const compare = (indicator: string, areaBasis?: ComparisonBasis, period: string | null = null) =>
    screens.services.getComparison({ scope: scope("cp"), indicator, areaBasis, period });
  const rowOf = ({ rows }: AreaComparison, area: string) => rows.find((row) => row.area === area);
  const number = (comparison: AreaComparison, area: string) => {
    const value = rowOf(comparison, area)?.value;
    return value?.kind === "number" ? value.value : Number.NaN;
  };

  it("recasts sums of former units, and says of what each value is the sum", async () => {
    const [present, former] = [await compare("pi.executed", "present"), await compare("pi.executed", "former")];
    expect(number(present, "33")).toBeCloseTo(number(former, "vn63:33") + number(former, "vn63:34"), 6);
    expect(rowOf(present, "33")?.recast).toMatchObject({
      way: "recast",
      how: { vi: "Tổng của Hưng Yên và Thái Bình (đơn vị trước ngày 01/07/2025)" },
    });
    expect(rowOf(present, "01")?.recast?.way).toBe("carried");
    expect(former.rows.every(({ recast }) => recast === null)).toBe(true);
    expect(present.have).toBe(8);
  });

  it("lists a present unit apart where a former one is missing, and names it", async () => {
    const present = await compare("pi.executed", "present");
    expect(rowOf(present, "24")).toMatchObject({
      rank: null,
      value: { kind: "missing", reason: "incomplete-predecessors" },
      absence: { vi: "thiếu số liệu của Bắc Giang (có Bắc Ninh)" },
    });
    expect(rowOf(present, "04")?.absence?.vi).toBe("chưa có số liệu của các đơn vị trước sáp nhập");
  });

  it("never takes a bare code for the former unit of the same digits", async () => {
    const former = await compare("pi.executed", "former");
    expect(rowOf(former, "vn63:27")?.successor).toMatchObject({ area: "24", name: { vi: "Bắc Ninh" } });
    expect(rowOf(former, "vn63:24")).toMatchObject({ name: { vi: "Bắc Giang" }, successor: { area: "24" } });
    expect(former.rows.every(({ area }) => area.startsWith("vn63:"))).toBe(true);
  });

  it("recomputes a rate from recast parts instead of averaging it", async () => {
    const january = "2025-01";
    const rate = await compare("pi.executed_rate", "present", january);
    const executed = await compare("pi.executed", "present", january);
    const row = rate.rows.find(({ recast }) => recast?.way === "formula" || recast?.way === "recast");
    expect(row?.recast?.way).toBe("formula");
    expect(row?.recast?.how.vi).toMatch(/^Tính lại theo công thức từ số của /);
    const plan = await compare("pi.executed_plan", "present", january);
    const area = row?.area ?? "";
    expect(number(rate, area)).toBeCloseTo((number(executed, area) / number(plan, area)) * 100, 6);
  });

  it("says why an index of merged units has no present figure, and offers the former ones", async () => {
    const present = await compare("macro.ind_labour.index", "present");
    expect(present).toMatchObject({ have: 11, of: 34, bases: { present: true, former: true } });
    expect(present.refusal?.vi).toContain("không gộp được nếu không có quyền số");
    expect(rowOf(present, "24")?.absence?.vi).toContain("không gộp được");
    expect((await compare("macro.ind_labour.index", "former")).refusal).toBeNull();
    expect(await compare("macro.ind_labour.index")).toMatchObject({ areaBasis: "former", have: 63, of: 63 });
  });

  it("takes without a wish the boundaries of which more is known, and the present ones where both are whole", async () => {
    expect(await compare("pi.executed_rate")).toMatchObject({ areaBasis: "former", have: 21, of: 63 });
    expect(await compare("epi.dengue.cases_month")).toMatchObject({ areaBasis: "present", have: 34, of: 34 });
    expect(await compare("psq.annual.total")).toMatchObject({ areaBasis: "present", bases: { former: false } });
  });

  it("lists the former units that stood at the time: Hà Tây until July 2008", async () => {
    const before = await compare("epi.dengue.cases_month", "former", "2005-06");
    expect(before.of).toBe(64);
    expect(rowOf(before, "vn63:HT")?.name.vi).toBe("Hà Tây");
    expect((await compare("epi.dengue.cases_month", "former", "2010-06")).of).toBe(63);
  });

  it("orders cases of a disease by what needs attention, with zeros as figures and no national line", async () => {
    const dengue = await compare("epi.dengue.cases_month");
    expect(dengue).toMatchObject({ order: "attention", additive: true, reference: null });
    const values = dengue.rows.flatMap(({ value }) => (value.kind === "number" ? [value.value] : []));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    const zeros = dengue.rows.filter(({ value }) => value.kind === "number" && value.value === 0);
    expect(zeros.length).toBeGreaterThan(5);
    expect(new Set(zeros.map(({ rank }) => rank)).size).toBe(1);
    expect(dengue.headline.vi).toBe(`Cà Mau nhiều nhất, cần chú ý, ${zeros.length} địa phương bằng 0`);
  });

  it("names the reference of a rate by its breakdown, and gives shares of a sum instead of a line", async () => {
    const rate = await compare("pi.executed_rate");
    expect(rate.reference?.label.vi).toBe("Cả nước (địa phương)");
    expect(rate.headline.vi).toContain("dưới mức chung (địa phương)");
    const fdi = await compare("fdi.new_capital");
    expect(fdi.reference).toBeNull();
    const shares = fdi.rows.flatMap(({ share }) => share ?? []);
    expect(shares.length).toBe(fdi.have);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1.0001);
  });

  it("shows a merged ministry the figures of its former ones, recast, and says so", async () => {
    const { cards, groups } = await screens.services.getOverview({ scope: scope("bo/mae"), period: null });
    const all = [...cards, ...groups.flatMap(({ bands }) => bands.flatMap(({ rows }) => rows))];
    const executed = all.find(({ ref }) => ref.indicator === "pi.executed" && ref.breakdown === "budgetHolder=mae");
    const { card } = await screens.services.getIndicator({
      scope: scope("bo/mae"),
      code: "pi.executed",
      breakdown: "budgetHolder=mae",
    });
    expect((executed ?? card).made?.how?.vi).toMatch(/^Tổng của Bộ .* và Bộ .*\(đơn vị trước ngày 01\/03\/2025\)$/);
  });

  it("stands a reported nation beside the sum of its areas, and says where that cannot be had", async () => {
    const { pairs } = await screens.services.getIndicator({ scope: scope("cp"), code: "fdi.new_capital" });
    expect(pairs[0]?.computed).toMatchObject({ kind: "missing", reason: "incomplete-parts" });
    expect(pairs[0]?.reason.vi).toBe("Chưa cộng được số chung: chưa đủ số liệu của các địa phương");
    expect(pairs[0]?.coverage).toEqual({ have: 20, of: 63 });
  });

  it("shows a present province the figures that could be recast", async () => {
    const { cards, groups } = await screens.services.getOverview({ scope: scope("tinh/33"), period: null });
    const all = [...cards, ...groups.flatMap(({ bands }) => bands.flatMap(({ rows }) => rows))];
    const executed = all.find(({ ref }) => ref.indicator === "pi.executed");
    expect(executed?.made).toMatchObject({
      way: "recast",
      how: { vi: expect.stringContaining("Hưng Yên và Thái Bình") },
    });
  });
});
