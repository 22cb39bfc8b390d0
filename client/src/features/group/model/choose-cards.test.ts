import { describe, expect, it } from "vitest";
import { aGroupModel } from "../../../testing/group-fixtures.ts";
import { type CardChoice, chooseCards, splitByData } from "./choose-cards.ts";
import { groupCsv } from "./group-csv.ts";

const { cards } = aGroupModel();
const all: CardChoice = { text: "", only: null, order: null };
const names = (choice: Partial<CardChoice>) =>
  chooseCards(cards, { ...all, ...choice }, "vi").map(({ name }) => name.vi);

describe("chooseCards", () => {
  it("keeps the order of the set unless asked otherwise", () => {
    expect(names({})).toEqual(cards.map(({ name }) => name.vi));
  });

  it("finds without diacritics", () => {
    expect(names({ text: "khach quoc te" })).toEqual(["Khách quốc tế đến Việt Nam"]);
  });

  it("filters by data and by the status that is shown", () => {
    expect(names({ only: "co" })).toHaveLength(9);
    expect(names({ only: "chua" })).toHaveLength(4);
    expect(names({ only: "met" })).toEqual([]);
  });

  it("sorts percent changes by size and leaves points and amounts behind them", () => {
    const order = chooseCards(cards, { ...all, order: "thaydoi" }, "vi");
    const percents = order
      .map((card) => card.changes.find(({ kind }) => kind === "same-period-last-year"))
      .map((change) => (change?.measure === "percent" && change.value.kind === "number" ? change.value.value : null));
    const numbers = percents.filter((each) => each !== null);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(percents.slice(numbers.length).every((each) => each === null)).toBe(true);
  });

  it("sorts names by the Vietnamese alphabet", () => {
    const sorted = names({ order: "ten" });
    expect(sorted.indexOf("Doanh nghiệp đăng ký thành lập mới")).toBeLessThan(
      sorted.indexOf("Dư nợ tín dụng toàn nền kinh tế"),
    );
  });
});

describe("splitByData", () => {
  it("loses no card", () => {
    const { full, empty } = splitByData(cards);
    expect(full.length + empty.length).toBe(cards.length);
  });
});

describe("groupCsv", () => {
  it("writes what is on screen, with the reason where there is no figure", () => {
    const rows = groupCsv(cards, "vi").trim().split("\r\n");
    expect(rows).toHaveLength(cards.length + 1);
    expect(rows.find((row) => row.startsWith("macro.iip.index_ytd"))).toContain(";7,24;%;ước tính;");
    expect(rows.at(-1)).toContain("Chưa kết nối nguồn dữ liệu");
  });
});
