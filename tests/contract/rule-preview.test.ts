import { listAudit } from "@bochiso/db/repositories/audit";
import { listFlags } from "@bochiso/db/repositories/quality";
import { openTestStore, type TestStore } from "@bochiso/db/testing";
import { periodFromId, periodId } from "@bochiso/shared/period";
import { QualityRule } from "@bochiso/shared/quality";
import type { QualityRuleDraft } from "@bochiso/shared/steward";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCatalogueCache } from "../../server/src/catalogue/catalogue-cache.ts";
import { changeQualityRule } from "../../server/src/modules/quality/change-rule.ts";
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

describe("what a change of a rule would do", () => {
  let opened: TestStore;
  let deps: Parameters<typeof putQualityRules>[0] & { demo: "0" };

  beforeEach(async () => {
    opened = await openTestStore({});
    await saveCatalogue(opened.store, {
      definitions: [anIndicator("t.a"), anIndicator("t.b")],
      areas: [aUnit("VN"), aUnit("34", { parent: "VN" })],
    });
    deps = { store: opened.store, catalogue: createCatalogueCache(), clock: CLOCK, demo: "0" };
    await putQualityRules(deps, { rules: [RULE], actor: "test" });
    await createPush(opened.store)(
      VALUES.map((value, at) => {
        const ordinal = periodFromId("2025-01", "month").ordinal + at;
        return { indicator: "t.a", area: "34", period: periodId({ type: "month", ordinal }), value, status: "P" };
      }),
    );
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
});
