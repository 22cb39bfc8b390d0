import { describe, expect, it } from "vitest";
import { anIndicator, anInvestment } from "../../../testing/indicator-fixtures.ts";
import { qualityLines } from "./quality-view.ts";

describe("qualityLines", () => {
  it("says that reported and computed differ, by how much and why", () => {
    const line = qualityLines(anInvestment(), "vi").find(({ key }) => key === "pair");
    expect(line).toMatchObject({ kind: "doubt" });
    expect(line?.text).toContain("+0,2 nghìn tỷ đồng: số ước tính lần đầu");
  });

  it("claims no check that nobody made: without rules a neutral line, no tick", () => {
    const model = anIndicator();
    const line = (max: number | null) => {
      const definition = { ...model.definition, limits: { min: null, max, minExclusive: false } };
      return qualityLines({ ...model, definition }, "vi").find(({ key }) => key === "flag");
    };
    expect(line(null)).toMatchObject({
      kind: "fact",
      text: "Chưa đặt quy tắc kiểm tra chất lượng cho chỉ số này",
    });
    expect(line(100)?.text).toBe(
      "Chưa đặt quy tắc kiểm tra chất lượng cho chỉ số này; chỉ kiểm tra giới hạn tự nhiên khi tiếp nhận",
    );
  });

  it("shows a broken rule as a doubt and never beside 'no rules are set'", () => {
    const model = anIndicator();
    const flag = { vi: "Vượt giới hạn tự nhiên", en: "Beyond its natural limits" };
    const lines = qualityLines({ ...model, card: { ...model.card, qualityFlag: flag } }, "vi");
    expect(lines.find(({ key }) => key === "flag")).toEqual({ key: "flag", kind: "doubt", text: flag.vi });
  });

  it("has nothing but the reason where there is no figure", () => {
    const model = anIndicator();
    const card = {
      ...model.card,
      period: null,
      state: "empty" as const,
      stateReason: { vi: "Chưa kết nối nguồn", en: "No source" },
    };
    expect(qualityLines({ ...model, card }, "vi")).toEqual([
      { key: "none", kind: "doubt", text: "Chưa kết nối nguồn" },
    ]);
  });
});
