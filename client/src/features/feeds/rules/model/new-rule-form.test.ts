import type { RuleSubject } from "@bochiso/shared/steward";
import { describe, expect, it } from "vitest";
import { emptyForm, type NewRuleForm, newRuleDraft } from "./new-rule-form.ts";

const text = (vi: string) => ({ vi, en: vi });
const SUBJECT: RuleSubject = {
  indicator: "tour.intl",
  indicatorName: text("Khách quốc tế"),
  display: { unit: text("nghìn lượt"), factor: 1, decimals: 0 },
  kinds: ["range", "change", "magnitude", "sum-of-parts", "expression", "completeness", "timeliness"],
  measure: "ratio",
  areas: [
    { code: "VN", name: text("Cả nước") },
    { code: "01", name: text("Hà Nội") },
  ],
  breakdowns: [
    { key: "", name: text("Tổng số") },
    { key: "mode=air", name: text("Đường không") },
  ],
  dimensions: [
    {
      id: "mode",
      name: text("Phương tiện"),
      codes: [
        { code: "air", name: text("Đường không") },
        { code: "sea", name: text("Đường biển") },
      ],
    },
  ],
};
const draft = (change: Partial<NewRuleForm>) => newRuleDraft({ ...emptyForm(SUBJECT), ...change }, SUBJECT, "vi");
const VALUE = { indicator: "tour.intl", severity: "warning", areas: null, breakdowns: null };

describe("a new rule as filled in", () => {
  it.each<[string, Partial<NewRuleForm>, object]>([
    [
      "bounds, one of them open",
      { thresholds: { min: "1.234,5" } },
      { ...VALUE, check: { kind: "range", min: 1234.5, max: null } },
    ],
    [
      "a change on last year, in the usual way",
      { kind: "change", against: "year-ago", thresholds: { ...emptyForm(SUBJECT).thresholds, floor: "30" } },
      {
        ...VALUE,
        check: {
          kind: "change",
          against: "year-ago",
          measure: "ratio",
          floor: 30,
          deviations: 6,
          history: 36,
          minHistory: 12,
        },
      },
    ],
    [
      "a slip of the unit of one area",
      { kind: "magnitude", areas: ["01"] },
      { ...VALUE, areas: ["01"], check: { kind: "magnitude" } },
    ],
    [
      "parts of a total: breakdowns chosen before do not count",
      { kind: "sum-of-parts", thresholds: { tolerance: "0" }, breakdowns: ["mode=air"], severity: "error" },
      {
        ...VALUE,
        severity: "error",
        check: { kind: "sum-of-parts", dimension: "mode", codes: ["air", "sea"], tolerance: 0 },
      },
    ],
    [
      "a relation",
      { kind: "expression", thresholds: { formula: " tour.intl <= 5 " } },
      { ...VALUE, check: { kind: "expression", formula: "tour.intl <= 5" } },
    ],
    [
      "a whole delivery, of all that was ever sent",
      { kind: "completeness", areas: ["01"] },
      { ...VALUE, severity: "notice", check: { kind: "completeness", areas: ["01"], breakdowns: ["", "mode=air"] } },
    ],
    [
      "deliveries in time",
      { kind: "timeliness" },
      { ...VALUE, severity: "notice", check: { kind: "timeliness", areas: ["VN", "01"] } },
    ],
  ])("is %s", (_what, change, expected) => {
    expect(draft(change)).toEqual(expected);
  });

  it.each<[string, Partial<NewRuleForm>]>([
    ["no bound", { thresholds: { min: " " } }],
    ["a bound of two meanings", { thresholds: { min: "1.234" } }],
    ["no floor", { kind: "change" }],
    ["one part", { kind: "sum-of-parts", thresholds: { tolerance: "1" }, codes: ["air"] }],
    ["no area of some", { kind: "magnitude", areas: [] }],
    ["no area that has to arrive", { kind: "timeliness", areas: [] }],
    ["no relation", { kind: "expression", thresholds: { formula: " " } }],
  ])("is none yet with %s", (_what, change) => {
    expect(draft(change)).toBeNull();
  });
});
