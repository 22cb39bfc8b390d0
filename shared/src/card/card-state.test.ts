import { describe, expect, it } from "vitest";
import { errorValue, missingValue } from "../observation/value.ts";
import { periodFromId } from "../period/period-from-id.ts";
import type { CardPoint } from "./card-point.ts";
import { type CardStateInput, cardState, doubtReason, isPartial } from "./card-state.ts";
import { aSeries } from "./testing/index.ts";

const month = (id: string) => periodFromId(id, "month");
const [OCTOBER, SEPTEMBER] = [month("2026-10"), month("2026-09")];
const DOUBT = { vi: "Khoảng hợp lý", en: "Plausible range" };

function aPoint(changes: Partial<CardPoint> = {}): CardPoint {
  const [point] = aSeries("2026-09", [5], changes).values();
  if (point === undefined) throw new Error("the series of this test has a point");
  return { ...point, ...changes };
}
const DUE = {
  expected: { period: OCTOBER, at: "2026-11-06T16:59:59.999Z" },
  next: { period: month("2026-11"), at: "2026-12-06T16:59:59.999Z" },
};

function stateOf(changes: Partial<CardStateInput>) {
  return cardState({
    shown: SEPTEMBER,
    point: aPoint(),
    asked: null,
    latest: SEPTEMBER,
    due: null,
    receivedAt: "2026-10-05T00:00:00Z",
    simulated: false,
    ...changes,
  });
}

describe("the state of a card", () => {
  const partial = { have: 3, of: 34, weightShare: null };
  /** Each row is told although everything below it holds too. */
  const EVERYTHING = { flags: [DOUBT], coverage: partial, way: "roll-up" as const };

  it.each<[string, Partial<CardStateInput>, string]>([
    ["empty before all", { shown: null, point: null, due: DUE }, "empty"],
    [
      "a failure before what it stands on",
      { point: aPoint({ ...EVERYTHING, value: errorValue("division-by-zero") }), due: DUE },
      "error",
    ],
    [
      "an absence before doubts",
      { point: aPoint({ ...EVERYTHING, value: missingValue("not-reported") }), due: DUE },
      "empty",
    ],
    ["a part of a whole before doubts", { point: aPoint(EVERYTHING), due: DUE }, "partial"],
    [
      "a part of a period before doubts",
      { point: aPoint({ flags: [DOUBT] }), receivedAt: "2026-09-10T00:00:00Z", due: DUE },
      "partial",
    ],
    ["doubts before age", { point: aPoint({ flags: [DOUBT] }), due: DUE }, "suspect"],
    ["age", { due: DUE }, "stale"],
    ["nothing to say", {}, "ready"],
    ["nothing to say of an old period that was asked for", { due: DUE, asked: SEPTEMBER }, "ready"],
    [
      "nothing to say of a whole that has all its parts",
      { point: aPoint({ coverage: { have: 34, of: 34, weightShare: null }, way: "roll-up" }) },
      "ready",
    ],
  ])("is %s", (_, changes, state) => {
    const found = stateOf(changes);
    expect(found.state).toBe(state);
    expect(found.stateReason === null).toBe(state === "ready");
  });

  it.each<[string, Partial<CardStateInput>, string]>([
    ["nobody connected", { shown: null, latest: null }, "Chưa kết nối nguồn dữ liệu"],
    [
      "nobody connected, yet due",
      { shown: null, latest: null, due: DUE },
      "Chưa kết nối nguồn dữ liệu; kỳ tháng 11/2026 đến hạn 06/12/2026",
    ],
    ["nothing simulated", { shown: null, latest: null, simulated: true }, "Chưa có số liệu mô phỏng"],
    ["a failure", { point: aPoint({ value: errorValue("division-by-zero") }) }, "Không tính được: chia cho 0"],
    [
      "some areas",
      { point: aPoint({ value: missingValue("incomplete-parts"), way: "roll-up", coverage: partial }) },
      "Mới có số liệu 3/34 địa phương của tháng 09/2026; chưa đủ để tính số chung",
    ],
    [
      "a value of some areas",
      { point: aPoint({ way: "roll-up", coverage: partial }) },
      "Mới tính từ 3/34 địa phương của tháng 09/2026; không so sánh với số của đủ các địa phương",
    ],
    [
      "doubts",
      { point: aPoint({ flags: [DOUBT, { vi: "Sai đơn vị tính", en: "Slip" }] }) },
      "Nghi ngờ, chờ xác nhận: Khoảng hợp lý; Sai đơn vị tính",
    ],
    [
      "published long ago",
      { due: DUE },
      "Số liệu công bố đến tháng 09/2026; kỳ tháng 10/2026 đến hạn 06/11/2026 chưa nhận",
    ],
    [
      "computable up to then",
      { due: DUE, point: aPoint({ way: "formula" }) },
      "Tính được đến tháng 09/2026; kỳ tháng 10/2026 đến hạn 06/11/2026 chưa nhận",
    ],
    [
      "whole up to then",
      { due: DUE, point: aPoint({ way: "recast" }) },
      "Đủ số liệu các đơn vị đến tháng 09/2026; kỳ tháng 10/2026 đến hạn 06/11/2026 chưa nhận",
    ],
  ])("says why: %s", (_, changes, vi) => {
    expect(stateOf(changes).stateReason?.vi).toBe(vi);
  });

  it.each<[string, Partial<CardStateInput>, RegExp]>([
    [
      "not due yet",
      { askedDue: { at: "2026-11-06T16:59:59.999Z", passed: false } },
      /^Chưa đến hạn có số liệu của tháng 10\/2026 \(06\/11\/2026\)/u,
    ],
    [
      "past its due moment",
      { askedDue: { at: "2026-11-06T16:59:59.999Z", passed: true } },
      /^Chưa nhận số liệu của tháng 10\/2026, hạn 06\/11\/2026 đã qua/u,
    ],
    ["never to come", { askedDue: null }, /^Không có số liệu của tháng 10\/2026/u],
  ])("says of a month asked for what is there instead: %s", (_, changes, words) => {
    const { stateReason } = stateOf({ shown: null, point: null, asked: OCTOBER, latest: SEPTEMBER, ...changes });
    expect(stateReason?.vi).toMatch(words);
    expect(stateReason?.vi).toMatch(/; kỳ mới nhất có số liệu là tháng 09\/2026$/u);
  });

  it("speaks of no due moment where the month asked for lies before what is there", () => {
    const asked = { asked: month("2026-08"), askedDue: { at: "2026-09-06T16:59:59.999Z", passed: true } };
    expect(stateOf({ shown: null, point: null, latest: SEPTEMBER, ...asked }).stateReason?.vi).toMatch(
      /^Không có số liệu của/u,
    );
  });
});

describe("a value received while its period ran", () => {
  it.each<[string, string, CardPoint["status"], boolean]>([
    ["2026-09", "2026-09-22T00:00:00+07:00", "A", true],
    ["2026-09", "2026-09-24T00:00:00+07:00", "A", false],
    ["2026-09", "2026-10-01T00:00:00+07:00", "A", false],
    ["2026-09", "2026-09-10T00:00:00+07:00", "P", true],
    ["2026-09", "2026-09-10T00:00:00+07:00", "E", false],
    ["2026-09", "2026-09-10T00:00:00+07:00", "F", false],
    ["2024-02", "2024-02-22T12:00:00+07:00", "A", true],
  ])("of %s, at %s with status %s, stands on a part of it: %s", (id, receivedAt, status, partial) => {
    expect(isPartial(month(id), { status }, receivedAt)).toBe(partial);
  });

  it("is whole where nobody knows when it came", () => {
    expect(isPartial(SEPTEMBER, { status: "A" }, null)).toBe(false);
  });

  it("has no doubt without flags", () => {
    expect(doubtReason({ flags: [] })).toBeNull();
  });
});
