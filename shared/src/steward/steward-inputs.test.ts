import { describe, expect, it } from "vitest";
import { LiftLockInput, LockPeriodInput } from "./period-lock.ts";
import { ChangeRuleInput, QualityRuleDraft } from "./quality-rule-change.ts";
import { AddSignatureKeyInput, SIGNATURE_KEYID, SIGNATURE_PUBLIC_KEY } from "./signature-key.ts";

const BY = { name: "Trần Văn Bình", position: "Chuyên viên" };

describe("a period lock", () => {
  const LOCK = { indicators: ["a.b", "a.c"], area: "*", period: "2026", reason: "đã quyết toán", by: BY };

  it("is made and lifted by a named person, with a reason", () => {
    expect(LockPeriodInput.parse(LOCK)).toEqual(LOCK);
    for (const odd of [
      { reason: "  a " },
      { by: undefined },
      { period: "" },
      { area: "" },
      { indicators: [] },
      { indicators: ["x".repeat(201)] },
    ])
      expect(LockPeriodInput.safeParse({ ...LOCK, ...odd }).success).toBe(false);
    const lift = { id: "l1", reason: "mở để đính chính", by: BY };
    expect(LiftLockInput.parse(lift)).toEqual(lift);
    expect(LiftLockInput.safeParse({ ...lift, reason: " " }).success).toBe(false);
  });
});

describe("a signature key", () => {
  it.each([
    ["khoa-1", true],
    ["a b", false],
    ['a"b', false],
    ["a\\b", false],
    ["khóa", false],
    ["", false],
    ["~!#[]", true],
    ["x".repeat(120), true],
    ["x".repeat(121), false],
  ])("may be called %j in Signature-Input: %s", (keyid, taken) => {
    expect(SIGNATURE_KEYID.test(keyid)).toBe(taken);
  });

  it("is thirty-two bytes in base64url", () => {
    const written = Buffer.alloc(32, 0xff).toString("base64url");
    expect(SIGNATURE_PUBLIC_KEY.test(written)).toBe(true);
    for (const odd of [
      written.slice(1),
      `${written}A`,
      `${written}=`,
      written.replace("_", "/"),
      Buffer.alloc(33).toString("base64url"),
    ])
      expect(SIGNATURE_PUBLIC_KEY.test(odd)).toBe(false);
  });

  it("says whether unsigned submissions are refused: that is never assumed", () => {
    const key = { feed: "f", keyid: "k", publicKey: "A".repeat(43), required: false, by: BY };
    expect(AddSignatureKeyInput.parse(key)).toEqual(key);
    expect(AddSignatureKeyInput.safeParse({ ...key, required: undefined }).success).toBe(false);
  });
});

describe("the next version of a quality rule", () => {
  const DRAFT = {
    code: "a.b.range",
    seen: 1,
    check: { kind: "range", min: 0, max: null },
    severity: "warning",
    retired: false,
  };

  it("names the version that was seen, from 1 on", () => {
    expect(QualityRuleDraft.parse(DRAFT)).toEqual(DRAFT);
    for (const seen of [0, -1, 1.5, "1"]) expect(QualityRuleDraft.safeParse({ ...DRAFT, seen }).success).toBe(false);
  });

  it("fills in what a change rule leaves open, and takes nothing that cannot be judged", () => {
    const check = { kind: "change", against: "previous", measure: "ratio", floor: 30 };
    expect(QualityRuleDraft.parse({ ...DRAFT, check }).check).toEqual({
      ...check,
      deviations: 6,
      history: 36,
      minHistory: 12,
    });
    for (const odd of [{ floor: 0 }, { deviations: -1 }, { history: 1 }, { history: 61 }, { against: "next" }])
      expect(QualityRuleDraft.safeParse({ ...DRAFT, check: { ...check, ...odd } }).success).toBe(false);
  });

  it("says where its threshold comes from and why it changes", () => {
    const change = { ...DRAFT, basis: "Chuỗi 2015–2025", note: "hạ ngưỡng sau rà soát", by: BY };
    expect(ChangeRuleInput.parse(change)).toEqual(change);
    for (const odd of [{ basis: " x " }, { note: "ok" }, { by: { name: "1", position: "x" } }])
      expect(ChangeRuleInput.safeParse({ ...change, ...odd }).success).toBe(false);
  });
});
