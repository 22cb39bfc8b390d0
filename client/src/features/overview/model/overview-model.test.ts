import { describe, expect, it } from "vitest";
import { aCard, same } from "../../../testing/fixtures.ts";
import { statusChanges } from "./status-changes.ts";
import { tally, tallyCounts } from "./tally.ts";
import { wallHeadline } from "./wall-headline.ts";

const progress = (status: "behind" | "on-track") => ({ status, reason: same("") });

describe("tally", () => {
  it("counts the words that cards have, good first, without status last", () => {
    const cards = [
      aCard(),
      aCard({ progress: progress("behind") }),
      aCard({ progress: progress("on-track") }),
      aCard({ progress: progress("behind") }),
    ];
    expect(tally(cards, "vi").map(({ status, count }) => [status.word, count])).toEqual([
      ["Đúng tiến độ", 1],
      ["Chậm tiến độ", 2],
      ["Chưa đánh giá", 1],
    ]);
  });

  it("counts a stale card as not assessed", () => {
    expect(tally([aCard({ progress: progress("behind"), state: "stale" })], "vi")[0]?.status.word).toBe(
      "Chưa đánh giá",
    );
  });
});

describe("tallyCounts", () => {
  it("gives a shape one row: its own word, or the words of the shape with what is behind them", () => {
    const rows = tallyCounts(
      [
        { status: "not-assessed", count: 28 },
        { status: "ahead", count: 13 },
        { status: "behind", count: 17 },
        { status: "on-track", count: 51 },
        { status: "met", count: 0 },
      ],
      "vi",
    );
    expect(rows.map(({ status, count }) => [count, status.word])).toEqual([
      [64, "Đạt, đúng tiến độ"],
      [17, "Chậm tiến độ"],
      [28, "Không đánh giá"],
    ]);
    expect(rows[0]?.detail).toBe("13 vượt tiến độ, 51 đúng tiến độ");
    expect(rows[1]?.detail).toBeNull();
  });

  it("says nothing of nothing", () => {
    expect(tallyCounts([], "en")).toEqual([]);
  });
});

describe("statusChanges", () => {
  it("speaks only of cards whose status word changed", () => {
    const before = [aCard({ progress: progress("on-track") })];
    expect(statusChanges(before, before, "vi")).toEqual([]);
    expect(statusChanges(before, [aCard({ progress: progress("behind") })], "vi")).toEqual([
      "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng: Chậm tiến độ",
    ]);
  });

  it("says nothing of cards that were not there before", () => {
    expect(statusChanges([], [aCard()], "vi")).toEqual([]);
  });
});

describe("wallHeadline", () => {
  const run = (text: string) => ({ text: same(text), tone: "plain" as const, cell: null });

  it("keeps whole clauses as far as two lines hold, at least the first", () => {
    expect(wallHeadline([run("một"), run("; "), run("hai.")], "vi")).toBe("một; hai.");
    expect(wallHeadline([run("a".repeat(100)), run("; "), run("b".repeat(60))], "vi")).toBe(`${"a".repeat(100)}.`);
    expect(wallHeadline([run("a".repeat(200))], "vi")).toHaveLength(201);
  });
});
