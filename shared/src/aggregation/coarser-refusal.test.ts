import { expect, it } from "vitest";
import { aDefinition, definitionsOf } from "../formula/testing/index.ts";
import type { Accumulation, TimeAggregation } from "../indicator/index.ts";
import { PeriodType } from "../period/index.ts";
import { coarserRefusal } from "./coarser-refusal.ts";
import { frequencyChoices } from "./frequency-choices.ts";

const NOTHING = definitionsOf();
const timed = (periodType: PeriodType, time: TimeAggregation, accumulation: Accumulation = "stock") =>
  aDefinition("t.x", { periodType, accumulation, aggregation: { area: "none", time } });

it.each<[PeriodType, string]>([
  ["hour", "hour day week month quarter half-year year"],
  ["day", "day week month quarter half-year year"],
  ["week", "week year"],
  ["half-month", "half-month month quarter half-year year"],
  ["month", "month quarter half-year year"],
  ["quarter", "quarter half-year year"],
  ["half-year", "half-year year"],
  ["year", "year"],
  ["term", "term"],
  ["static", "static"],
])("%s may be looked at by: %s", (own, offered) => {
  const open = frequencyChoices(timed(own, "last"), NOTHING).filter(({ refusal }) => refusal === null);
  expect(open.map(({ type }) => type).join(" ")).toBe(offered);
});

it("weeks say why they make no months, quarters or half-years", () => {
  const refused = frequencyChoices(timed("week", "sum", "flow"), NOTHING).filter(({ refusal }) => refusal !== null);
  expect(refused.map(({ type }) => type)).toEqual(["month", "quarter", "half-year"]);
  expect(refused.every(({ refusal }) => refusal?.vi.includes("không nằm trọn"))).toBe(true);
});

it.each<[TimeAggregation, Accumulation, boolean]>([
  ["sum", "flow", true],
  ["sum", "ytd", false],
  ["sum", "cumulative", false],
  ["sum", "event", false],
  ["last", "ytd", true],
  ["last", "cumulative", true],
  ["last", "event", true],
  ["mean", "rate", true],
  ["min", "stock", true],
  ["max", "stock", true],
  ["none", "index", false],
  ["recompute", "rate", false],
])("%s of %s values: aggregated is %s", (time, accumulation, allowed) => {
  const own = PeriodType.options.filter((type) => type === "month" || type === "day");
  for (const type of own)
    expect(coarserRefusal(timed(type, time, accumulation), "year", NOTHING) === null).toBe(allowed);
});

it.each<[string, boolean]>([
  ["t.part / t.sum * 100", true],
  ["yoy(t.sum)", true],
  ["t.sum / t.plan * 100", true],
  ["t.part / t.ratio", false],
  ["pop(t.sum)", false],
  ["rollingSum(t.sum, 12) / t.plan", false],
  ["t.part / t.weekly", false],
])("a ratio %s is recomputed for a quarter: %s", (formula, allowed) => {
  const none = { area: "none", time: "none" } as const;
  const definitions = definitionsOf(
    aDefinition("t.sum"),
    aDefinition("t.part"),
    aDefinition("t.plan", { periodType: "year", accumulation: "stock" }),
    aDefinition("t.ratio", { accumulation: "rate", aggregation: none }),
    aDefinition("t.weekly", { periodType: "week" }),
  );
  const ratio = aDefinition("t.x", { accumulation: "rate", formula, aggregation: { area: "none", time: "recompute" } });
  expect(coarserRefusal(ratio, "quarter", definitions) === null).toBe(allowed);
});
