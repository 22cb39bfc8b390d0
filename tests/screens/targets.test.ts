import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SeededScreens, seededScreens } from "./seeded-screens.ts";
import { anEntry, cardsOf, codesOf, MAU, page, push, put } from "./target-world.ts";

const EXPORT = "trade.export.value";
const COUNCIL = "province.council_targets";
const months = (from: number, values: readonly number[]): Record<string, string> =>
  Object.fromEntries(values.map((value, at) => [`2026-${String(from + at).padStart(2, "0")}`, String(value)]));

describe("a target and the status of what it judges", () => {
  let screens: SeededScreens;
  beforeAll(async () => {
    screens = await seededScreens("catalogue");
    await push(screens, EXPORT, months(1, [100, 100, 100, 100, 100, 100, 100, 100, 100]));
  });
  afterAll(() => screens?.close());

  it("is not assessed without a target, and says so", async () => {
    const { card, assessment, target } = await page(screens.services, EXPORT);
    expect(card.progress.status).toBe("not-assessed");
    expect(card.progress.reason.vi).toContain("Chưa có chỉ tiêu được giao");
    expect([card.plan, target, assessment?.method]).toEqual([null, null, "direction@1"]);
  });

  it("says the same on the page, in the group, on the home screen and in its counts, once a target is assigned", async () => {
    const stored = await put(screens, anEntry());
    expect(stored).toMatchObject({ kind: "stored", changed: ["t-export-2026"], unchanged: [] });
    await push(screens, EXPORT, months(10, [100]));
    const { cards, home, group } = await cardsOf(screens.services, EXPORT, COUNCIL);
    expect(cards.length).toBeGreaterThanOrEqual(3);
    for (const { progress, plan } of cards) {
      expect(progress.status).toBe("on-track");
      expect(plan?.percent).toEqual({ kind: "number", value: expect.closeTo(1000 / 12, 9) });
      expect(plan?.due).toEqual({ kind: "number", value: expect.closeTo(1000 / 12, 9) });
      expect(plan?.target).toBe(1200);
    }
    const counted = home.groups.find(({ code }) => code === COUNCIL)?.statusCounts;
    expect(counted).toEqual(group.group.statusCounts);
    expect(counted).toContainEqual({ status: "on-track", count: 1 });
  });

  it("shows what is due, what was done, what each month left must bring, and the way there", async () => {
    const { target, assessment, trend } = await page(screens.services, EXPORT);
    expect(target).toMatchObject({
      goal: { kind: "value", value: 1200 },
      version: 1,
      validFrom: "2026-01-01",
      pace: { asked: "linear", used: "linear" },
      course: { kind: "accumulates" },
      actual: { value: { kind: "number", value: 1000 } },
      runRate: { ok: true, needed: 100, periodsLeft: 2 },
      outlook: { ok: true, method: "run-rate@1", value: 1200 },
      simulated: true,
    });
    expect(target?.legalBasis.vi).toBe(
      "Nghị quyết thử số 1 ngày 10/12/2025 của Hội đồng nhân dân Tỉnh Mẫu, khoản 2 Điều 1",
    );
    expect(target?.due?.value).toBeCloseTo(1000, 9);
    expect(target?.duePath).toHaveLength(12);
    expect(target?.duePath.at(-1)).toMatchObject({ period: { id: "2026-12" }, due: 1200 });
    expect(assessment).toMatchObject({ method: "plan-completion@1", status: "on-track", held: false });
    expect(assessment?.methodName.vi).toBe("Mức hoàn thành so với kế hoạch đến nay");
    expect(assessment?.inputs.map(({ id }) => id)).toEqual(["actual", "goal", "share", "due", "completion"]);
    expect(trend.points.at(-1)?.plan).toBeCloseTo(100, 9);
  });

  it("follows a pushed value in the very commit that brings it", async () => {
    const before = await page(screens.services, EXPORT);
    await push(screens, EXPORT, { "2026-10": "20" });
    const after = await page(screens.services, EXPORT);
    expect(after.frame.commitSeq).toBe(before.frame.commitSeq + 1);
    expect([before.card.progress.status, after.card.progress.status]).toEqual(["on-track", "behind"]);
    expect(after.card.value).toEqual({ kind: "number", value: 20 });
    expect(after.target?.actual?.value).toEqual({ kind: "number", value: 920 });
  });

  it("is corrected by a version with its reason, and told to open screens", async () => {
    expect(codesOf(await put(screens, anEntry({ goal: { kind: "value", value: 900 } })))).toEqual(["reason-required"]);
    const corrected = anEntry(
      { goal: { kind: "value", value: 900 } },
      { reason: "điều chỉnh theo Nghị quyết thử số 2" },
    );
    expect(await put(screens, corrected)).toMatchObject({ kind: "stored", changed: ["t-export-2026"] });
    const { card, target, frame } = await page(screens.services, EXPORT);
    expect([target?.version, target?.revisedBecause]).toEqual([2, "điều chỉnh theo Nghị quyết thử số 2"]);
    expect(card.progress.status).toBe("ahead");
    expect(await put(screens, corrected)).toMatchObject({
      kind: "stored",
      commitSeq: null,
      unchanged: ["t-export-2026"],
    });
    expect((await page(screens.services, EXPORT)).frame.commitSeq).toBe(frame.commitSeq);
  });

  it("is gone from screens when it is retired", async () => {
    await put(screens, { kind: "retire", id: "t-export-2026", reason: "thay bằng chỉ tiêu khác" });
    const { card, target } = await page(screens.services, EXPORT);
    expect([card.progress.status, target, card.plan]).toEqual(["not-assessed", null, null]);
    expect(codesOf(await put(screens, { kind: "retire", id: "t-export-2026", reason: "lại" }))).toEqual([
      "target-unknown",
    ]);
  });
});

describe("a target as a cell that formulas read", () => {
  let screens: SeededScreens;
  const HOUSING = { id: "t-housing", indicator: "soc.social_housing" };
  const housing = (goal: number, reason?: string) =>
    anEntry(
      { ...HOUSING, goal: { kind: "value", value: goal } },
      reason === undefined ? { unit: "units" } : { unit: "units", reason },
    );
  const rate = async () => (await page(screens.services, "soc.social_housing_rate", "2026-10")).card.value;
  beforeAll(async () => {
    screens = await seededScreens("catalogue");
    await push(screens, "soc.social_housing", { "2026-09": "450", "2026-10": "500" });
  });
  afterAll(() => screens?.close());

  it("gives what is computed from it in the same commit, and takes it back with it", async () => {
    expect((await rate()).kind).toBe("missing");
    expect(await put(screens, housing(1000))).toMatchObject({ kind: "stored", derived: 2 });
    expect(await rate()).toEqual({ kind: "number", value: 50 });
    await put(screens, housing(2000, "nâng chỉ tiêu"));
    expect(await rate()).toEqual({ kind: "number", value: 25 });
    await put(screens, { kind: "retire", id: HOUSING.id, reason: "bãi bỏ" });
    expect((await rate()).kind).toBe("missing");
    await put(screens, housing(1000, "giao lại"));
    expect(await rate()).toEqual({ kind: "number", value: 50 });
  });

  it("names its document where the computed figure is explained", async () => {
    const { explanation } = await page(screens.services, "soc.social_housing_rate", "2026-10");
    const operand = explanation?.operands.find(({ scenario }) => scenario === "target");
    expect(operand?.value).toEqual({ kind: "number", value: 1000 });
    expect(operand?.observation).toMatchObject({
      revision: 4,
      note: "Nghị quyết thử số 1; khoản 2 Điều 1; giao lại",
      submission: null,
    });
  });

  it("refuses a pushed target for the cell it holds, and a target for a cell that was pushed", async () => {
    const pushed = push(screens, "soc.social_housing", { "2026": "900" }, { scenario: "target" });
    await expect(pushed).rejects.toThrow(/scenario-not-allowed/);
    expect(await rate()).toEqual({ kind: "number", value: 50 });
    await push(screens, "soc.social_housing", { "2027": "1200" }, { scenario: "target" });
    const next = anEntry({ ...HOUSING, id: "t-housing-2027", by: "2027" }, { unit: "units" });
    expect(codesOf(await put(screens, next))).toEqual(["target-in-feed"]);
  });
});

describe("what is refused of a target", () => {
  let screens: SeededScreens;
  beforeAll(async () => {
    screens = await seededScreens("catalogue");
    await put(screens, anEntry());
  });
  afterAll(() => screens?.close());

  it.each([
    ["another unit", {}, "bn_vnd", ["unit-mismatch"]],
    ["an unknown indicator", { indicator: "trade.export.valeu" }, "musd", ["indicator-unknown"]],
    ["an unknown area", { area: "99" }, "musd", ["area-unknown"]],
    ["an unknown dimension", { breakdown: { planet: "mars" } }, "musd", ["dimension-unknown"]],
    ["an unknown code", { breakdown: { ownership: "MARS" } }, "musd", ["code-unknown"]],
    ["a deadline finer than the values", { by: "2026-11-30" }, "musd", ["period-does-not-nest"]],
    ["a value below the natural limits", { goal: { kind: "value", value: -1 } }, "musd", ["outside-natural-limits"]],
    ["a value where there is no wanted direction", { indicator: "agri.pig" }, "kheads", ["direction-missing"]],
    ["a value where a band is wanted", { indicator: "macro.cpi.avg_ytd" }, "pct", ["direction-needs-range"]],
    ["a second target for one cell", { by: "2026" }, "musd", ["target-double"]],
    ["another deadline under the same id", { id: "t-export-2026" }, "musd", ["target-cell-changed", "reason-required"]],
    [
      "a pace table with rows missing",
      { pace: { kind: "custom", periodType: "quarter", shares: [0.5, 1] } },
      "musd",
      ["pace-does-not-fit"],
    ],
    ["what is no target at all", { goal: { kind: "value", value: "nhiều" } }, "musd", ["target-malformed"]],
  ])("is %s, in both languages", async (_, changes, unit, codes) => {
    const output = await put(screens, anEntry({ id: "x", by: "2027", ...changes }, { unit }));
    expect(codesOf(output)).toEqual(codes);
    const problems = output.kind === "refused" ? output.problems : [];
    for (const { text } of problems) expect([text.vi, text.en].every((words) => words.length > 10)).toBe(true);
  });

  it("is the whole command where one entry is at fault: nothing is stored", async () => {
    const before = await screens.services.getShell();
    const good = anEntry({ id: "good", by: "2027" });
    expect(codesOf(await put(screens, good, anEntry({ id: "bad", area: "99" })))).toEqual(["area-unknown"]);
    expect(codesOf(await put(screens, good, good))).toEqual(["target-duplicate-entry"]);
    expect((await screens.services.getShell()).commitSeq).toBe(before.commitSeq);
  });
});

describe("hysteresis", () => {
  const CODE = "hea.immunisation";
  const GROUP = "province.daily_monthly_ses";
  const values = [96, 94.5, 93.9, 95.5, 96.1];
  const entry = anEntry(
    { id: "t", indicator: CODE, goal: { kind: "value", value: 100 }, course: "holds" },
    { unit: "pct" },
  );
  const expected = [
    ["on-track", false],
    ["on-track", true],
    ["behind", false],
    ["behind", true],
    ["on-track", false],
  ];
  let [live, atOnce]: SeededScreens[] = [];
  beforeAll(async () => {
    [live, atOnce] = [await seededScreens("catalogue"), await seededScreens("catalogue")];
  });
  afterAll(async () => {
    await live?.close();
    await atOnce?.close();
  });

  it("keeps a status near its threshold, the same month by month, at once, on every screen and after a restart", async () => {
    if (live === undefined || atOnce === undefined) throw new Error("not started");
    await put(live, entry);
    await push(atOnce, CODE, months(1, values));
    await put(atOnce, entry);
    const of = async (services: SeededScreens["services"], period: string) => {
      const { cards, page: own } = await cardsOf(services, CODE, GROUP, period);
      expect(new Set(cards.map(({ progress }) => progress.status)).size, period).toBe(1);
      return [own.assessment?.status, own.assessment?.held];
    };
    for (const [at, value] of values.entries()) {
      await push(live, CODE, months(1 + at, [value]));
      expect(await of(live.services, `2026-0${1 + at}`)).toEqual(expected[at]);
    }
    const restarted = live.restarted();
    for (const [at, status] of expected.entries()) {
      const period = `2026-0${1 + at}`;
      expect(await of(restarted.services, period), period).toEqual(status);
      expect(await of(atOnce.services, period), period).toEqual(status);
    }
  });

  it("gives way to a revision of the past: the status follows from the history as it is known now", async () => {
    if (atOnce === undefined) throw new Error("not started");
    await push(atOnce, CODE, { "2026-01": "94.2" });
    const { assessment } = await atOnce.services.getIndicator({ scope: MAU, code: CODE, period: "2026-02" });
    expect([assessment?.status, assessment?.held]).toEqual(["behind", false]);
  });
});
