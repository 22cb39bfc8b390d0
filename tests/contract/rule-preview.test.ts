import { listAudit } from "@bochiso/db/repositories/audit";
import { listFlags } from "@bochiso/db/repositories/quality";
import { openTestStore, type TestStore } from "@bochiso/db/testing";
import { IndicatorCode } from "@bochiso/shared/indicator";
import { periodFromId, periodId } from "@bochiso/shared/period";
import { QualityRule } from "@bochiso/shared/quality";
import { NewRuleDraft, type QualityRuleDraft } from "@bochiso/shared/steward";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCatalogueCache } from "../../server/src/catalogue/catalogue-cache.ts";
import { changeQualityRule } from "../../server/src/modules/quality/change-rule.ts";
import { createQualityRule } from "../../server/src/modules/quality/create-rule.ts";
import { getRuleSubject } from "../../server/src/modules/quality/get-rule-subject.ts";
import { listRules } from "../../server/src/modules/quality/list-rules.ts";
import { previewRule } from "../../server/src/modules/quality/preview-rule.ts";
import { fixedClock } from "../../server/src/platform/clock.ts";
import { type PutRulesCommand, putQualityRules } from "../../server/src/quality/put-rules.ts";
import { recheckStep } from "../../server/src/quality/recheck-rules.ts";
import { reviewFlag } from "../../server/src/quality/review-flag.ts";
import { aUnit } from "../../shared/src/aggregation/testing/index.ts";
import { anIndicator } from "../support/calculation/an-indicator.ts";
import { createPush } from "../support/calculation/push-rows.ts";
import { saveCatalogue } from "../support/calculation/save-catalogue.ts";

const CLOCK = fixedClock("2027-02-01T00:00:00.000Z");
const BY = { name: "Trần Thị Bình", position: "Trưởng phòng" };
const text = (vi: string) => ({ vi, en: vi });
const RANGE = { kind: "range", min: 0, max: 100 } as const;
const RULE = QualityRule.parse({
  code: "t.range",
  version: 1,
  indicator: "t.a",
  check: RANGE,
  severity: "warning",
  name: text("Khoảng hợp lý"),
  basis: text("ban đầu"),
  review: "initial-import",
});
const VALUES = [10, 20, 150, 30, 260, 40, -5, 50, 90, 95, 120, 99];

/** A draft of the rule as it stands, with what is to be changed. */
function draft(change: Partial<QualityRuleDraft> = {}): QualityRuleDraft {
  return { code: "t.range", seen: 1, check: RANGE, severity: "warning", retired: false, ...change };
}

/** A value a month from January 2025 on. */
function monthly(indicator: string, values: readonly number[]) {
  const first = periodFromId("2025-01", "month").ordinal;
  return values.map((value, at) => {
    const period = periodId({ type: "month", ordinal: first + at });
    return { indicator, area: "34", period, value, status: "P" };
  });
}

/** A new rule of the same indicator. */
function newDraft(change: { [Key in keyof NewRuleDraft]?: unknown } = {}): NewRuleDraft {
  const draft = {
    indicator: "t.a",
    check: { ...RANGE, min: -100 },
    severity: "warning",
    areas: null,
    breakdowns: null,
  };
  return NewRuleDraft.parse({ ...draft, ...change });
}

describe("what a change of a rule would do", () => {
  let opened: TestStore;
  let deps: Parameters<typeof putQualityRules>[0] & { demo: "0" };

  beforeEach(async () => {
    opened = await openTestStore({});
    await saveCatalogue(opened.store, {
      definitions: [anIndicator("t.a"), anIndicator("t.b"), anIndicator("t.sum", { formula: "t.a + t.b" })],
      areas: [aUnit("VN"), aUnit("34", { parent: "VN" })],
    });
    deps = { store: opened.store, catalogue: createCatalogueCache(), clock: CLOCK, demo: "0" };
    await putQualityRules(deps, { rules: [RULE], actor: "test" });
    await createPush(opened.store)([...monthly("t.a", VALUES), ...monthly("t.b", [50, 50, 50])]);
    await finishRecheck();
  });
  afterEach(() => opened.close());

  async function finishRecheck(): Promise<void> {
    while (!(await recheckStep(deps)).done);
  }

  /** The writer of a server, as far as rules go. */
  const writer = { execute: ({ input }: { input: PutRulesCommand }) => putQualityRules(deps, input) };

  const flagged = async (): Promise<string[]> =>
    (await opened.store.read((tx) => listFlags(tx, { states: ["open", "confirmed", "wrong"] }, { limit: 100 })))
      .map(({ ordinal }) => periodId({ type: "month", ordinal }))
      .sort();

  it.each([
    ["narrower bounds", { check: { ...RANGE, max: 80 } }],
    ["wider bounds", { check: { ...RANGE, max: 200 } }],
    ["one bound gone, the other moved", { check: { kind: "range", min: null, max: 45 } }],
    ["nothing but the severity", { severity: "error" }],
    ["turning it off", { retired: true }],
  ] satisfies [string, Partial<QualityRuleDraft>][])("is told before it is done: %s", async (_name, change) => {
    const before = await flagged();
    expect(before).toEqual(["2025-03", "2025-05", "2025-07", "2025-11"]);
    const told = await previewRule(deps, draft(change));
    expect(await flagged()).toEqual(before);
    await changeQualityRule({ ...deps, writer }, { ...draft(change), basis: "QĐ 01", note: "rà soát", by: BY });
    await finishRecheck();
    const after = await flagged();
    expect(told).toMatchObject({
      problems: [],
      raised: after.filter((period) => !before.includes(period)).length,
      cleared: before.filter((period) => !after.includes(period)).length,
      kept: before.filter((period) => after.includes(period)).length,
      complete: true,
    });
    expect(told.examples).toHaveLength(Math.min(5, told.raised));
  });

  it("counts what somebody decided: it goes with the flag, and comes back with the same figures", async () => {
    const [flag] = await opened.store.read((tx) => listFlags(tx, {}, { limit: 1 }));
    if (flag === undefined) throw new Error("there are flags");
    const review = { id: flag.id, verdict: "confirmed", note: "đúng như vậy", by: BY, seen: flag.changedSeq } as const;
    await reviewFlag(deps, review);
    const off = draft({ retired: true });
    expect(await previewRule(deps, off)).toMatchObject({ raised: 0, cleared: 4, reviewed: 1, kept: 0 });
    await changeQualityRule({ ...deps, writer }, { ...off, basis: "ban đầu", note: "tạm tắt", by: BY });
    await finishRecheck();
    expect(await previewRule(deps, draft({ seen: 2 }))).toMatchObject({ raised: 3, cleared: 0, kept: 1 });
  });

  it("says why a draft cannot be, changes nothing, and refuses what was drafted on another version", async () => {
    const upside = draft({ check: { kind: "range", min: 9, max: 1 } });
    expect((await previewRule(deps, upside)).problems.map(({ vi }) => vi)).toEqual(["Cận dưới lớn hơn cận trên"]);
    const put = (change: Partial<QualityRuleDraft>) =>
      changeQualityRule({ ...deps, writer }, { ...draft(change), basis: "QĐ 01", note: "rà soát", by: BY });
    await expect(put(upside)).rejects.toMatchObject({ code: "rule-refused" });
    await expect(put({ check: { kind: "magnitude" } })).rejects.toMatchObject({ code: "rule-refused" });
    await expect(put({ severity: "notice" })).rejects.toMatchObject({ code: "rule-refused" });
    await expect(put({ seen: 2 })).rejects.toMatchObject({ code: "rule-changed" });
    await expect(put({ code: "t.none" })).rejects.toMatchObject({ code: "rule-unknown" });
    expect(await flagged()).toHaveLength(4);
  });

  it("is listed with its state, and kept in the audit with who, why and by which version", async () => {
    const line = async () => (await listRules(deps, { indicator: "t.a" })).rules[0];
    expect(await line()).toMatchObject({ state: "in-force", rechecking: false, open: 4, review: "initial-import" });
    await changeQualityRule(
      { ...deps, writer },
      { ...draft({ check: { ...RANGE, max: 200 } }), basis: "QĐ 01", note: "rà soát", by: BY },
    );
    expect(await line()).toMatchObject({ rechecking: true, review: "reviewed", basis: text("QĐ 01"), open: 4 });
    await finishRecheck();
    expect(await line()).toMatchObject({ rechecking: false, open: 2, rule: { version: 2 } });
    expect((await listRules(deps, { indicator: "t.b" })).rules).toEqual([]);
    const audit = await opened.store.read((tx) =>
      listAudit(tx, { afterSeq: 0, limit: 10, subject: "quality-rule:t.range" }),
    );
    expect(audit.at(-1)).toMatchObject({ actor: "person:Trần Thị Bình (Trưởng phòng)", action: "quality-rule.put" });
    expect(JSON.parse(audit.at(-1)?.details ?? "")).toEqual({ version: 2, indicator: "t.a", note: "rà soát" });
  });

  it.each([
    ["a range of one area", { check: { kind: "range", min: null, max: 85 }, areas: ["34"] }, "t.a.range", 6],
    ["a relation of two indicators", { check: { kind: "expression", formula: "t.a <= 2 * t.b" } }, "t.a.relation", 1],
    [
      "a delivery",
      { check: { kind: "completeness", areas: ["34"], breakdowns: [""] }, severity: "notice" },
      "t.a.complete",
      0,
    ],
  ] as const)("of a new rule is told before it is made: %s", async (_name, change, code, raised) => {
    const fresh = newDraft(change);
    const before = await flagged();
    const told = await previewRule(deps, fresh);
    expect(told).toMatchObject({ problems: [], raised, cleared: 0, kept: 0 });
    const made = await createQualityRule({ ...deps, writer }, { ...fresh, basis: "QĐ 02", note: "đặt mới", by: BY });
    expect(made).toEqual({ code, version: 1 });
    await finishRecheck();
    expect(await flagged()).toHaveLength(before.length + raised);
    const line = (await listRules(deps, { indicator: "t.a" })).rules.find(({ rule }) => rule.code === code);
    expect(line).toMatchObject({ state: "in-force", review: "reviewed", basis: text("QĐ 02"), open: raised });
    const [audit] = await opened.store.read((tx) =>
      listAudit(tx, { afterSeq: 0, limit: 10, subject: `quality-rule:${code}` }),
    );
    expect(audit).toMatchObject({ actor: "person:Trần Thị Bình (Trưởng phòng)", action: "quality-rule.put" });
  });

  it("says why a new rule cannot be made, and that the same is in force already", async () => {
    const make = (change: Partial<NewRuleDraft>) =>
      createQualityRule({ ...deps, writer }, { ...newDraft(change), basis: "QĐ 02", note: "đặt mới", by: BY });
    const why = async (change: Partial<NewRuleDraft>) =>
      (await previewRule(deps, newDraft(change))).problems.map(({ vi }) => vi);
    expect(await why({ check: RANGE })).toEqual(["Đã có quy tắc y hệt đang áp dụng: t.range."]);
    await expect(make({ check: RANGE })).rejects.toMatchObject({ code: "rule-refused" });
    expect(await why({ check: { ...RANGE, max: 1 }, breakdowns: ["side=x"] })).toEqual([
      `Chưa có số liệu nào của phân tổ "side=x".`,
    ]);
    expect(await why({ check: { kind: "expression", formula: "t.b > 1" } })).toEqual([
      "Biểu thức phải đọc chính chỉ số của quy tắc",
    ]);
    expect(await why({ severity: "notice" })).toHaveLength(1);
    await expect(make({ check: { kind: "range", min: 9, max: 1 } })).rejects.toMatchObject({ code: "rule-refused" });
    await expect(make({ indicator: IndicatorCode.parse("t.none") })).rejects.toMatchObject({
      code: "indicator-unknown",
    });
    expect(await make({ check: { kind: "range", min: 1, max: null } })).toMatchObject({ code: "t.a.range" });
    expect(await make({ check: { kind: "range", min: 2, max: null } })).toMatchObject({ code: "t.a.range-2" });
  });

  it("a new rule can be about what was sent, and nothing can be of what is computed", async () => {
    const subject = await getRuleSubject(deps, { indicator: "t.a" });
    expect(subject).toMatchObject({
      measure: "ratio",
      areas: [{ code: "34" }],
      breakdowns: [{ key: "" }],
      dimensions: [],
    });
    expect(subject.kinds).toEqual(["range", "change", "magnitude", "expression", "completeness"]);
    expect((await getRuleSubject(deps, { indicator: "t.sum" })).kinds).toEqual([]);
    const computed = newDraft({ indicator: IndicatorCode.parse("t.sum") });
    expect((await previewRule(deps, computed)).problems[0]?.vi).toMatch(/^Chỉ số này do hệ thống tính/);
  });
});
