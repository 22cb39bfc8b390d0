import { appendQualityRules, listAuthoredRules } from "@bochiso/db/repositories/quality";
import { openTestStore, type TestStore } from "@bochiso/db/testing";
import { QualityRule } from "@bochiso/shared/quality";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { seedQualityRules } from "../../server/src/quality/seed-quality-rules.ts";

const text = (vi: string) => ({ vi, en: vi });

function aRule(code: string, max: number): QualityRule {
  const check = { kind: "range", min: 0, max };
  const words = { name: text("Khoảng hợp lý"), basis: text("ban đầu") };
  const said = { severity: "warning", review: "initial-import", ...words };
  return QualityRule.parse({ code, version: 1, indicator: "t.a", check, ...said });
}

describe("the rules of a release", () => {
  let opened: TestStore;
  beforeEach(async () => {
    opened = await openTestStore();
  });
  afterEach(() => opened.close());

  const release = (rules: QualityRule[]): Promise<number> =>
    opened.store.write(async (tx) => seedQualityRules(tx, await tx.nextCommit("2026-01-01T00:00:00.000Z"), rules));
  const inForce = async () =>
    (await opened.store.read(listAuthoredRules)).map(({ rule: { code, version, check }, author }) => [
      code,
      version,
      check.kind === "range" ? check.max : null,
      author,
    ]);

  it("replace what an earlier release said, and are written once", async () => {
    expect(await release([aRule("t.one", 100), aRule("t.two", 5)])).toBe(2);
    expect(await release([aRule("t.one", 200), aRule("t.two", 5), aRule("t.three", 1)])).toBe(2);
    expect(await release([aRule("t.one", 200), aRule("t.two", 5), aRule("t.three", 1)])).toBe(0);
    expect(await inForce()).toEqual([
      ["t.one", 2, 200, "seed"],
      ["t.three", 1, 1, "seed"],
      ["t.two", 1, 5, "seed"],
    ]);
  });

  it("leave a rule alone that a steward has changed", async () => {
    await release([aRule("t.one", 100)]);
    await opened.store.write(async (tx) => {
      const commit = await tx.nextCommit("2026-01-02T00:00:00.000Z");
      await appendQualityRules(tx, commit, [{ rule: { ...aRule("t.one", 50), version: 2 }, author: "Trần Thị Bình" }]);
    });
    expect(await release([aRule("t.one", 200)])).toBe(0);
    expect(await inForce()).toEqual([["t.one", 2, 50, "Trần Thị Bình"]]);
  });
});
