import { describe, expect, it } from "vitest";
import { aDefinition, anIndicator } from "../../../testing/indicator-fixtures.ts";
import { definitionRows } from "./definition-rows.ts";

const context = { agencyName: "Cục Hải quan", dimensions: anIndicator().dimensions };
const linesOf = (name: string, patch = {}) =>
  definitionRows(aDefinition(patch), context, "vi").find((row) => row.name === name)?.lines;

describe("definitionRows", () => {
  it("answers every attribute that Art. 10.4.d and Decree 94/2022 ask for", () => {
    const names = definitionRows(aDefinition(), context, "vi").map(({ name }) => name);
    for (const asked of [
      "Phương pháp tính",
      "Đơn vị đo lường",
      "Phân tổ chủ yếu",
      "Kỳ dữ liệu",
      "Nguồn dữ liệu",
      "Khả năng so sánh",
      "Cơ quan chủ trì",
      "Tiêu chí lựa chọn, Điều 10.5",
    ]) {
      expect(names).toContain(asked);
    }
  });

  it("leaves an unanswered attribute without lines instead of leaving it out", () => {
    expect(linesOf("Giới hạn tự nhiên")).toEqual([]);
    expect(linesOf("Phương pháp tính", { method: { vi: " ", en: " " } })).toEqual([]);
    expect(linesOf("Thời hạn gửi số liệu", { dueRule: null })).toEqual([]);
  });

  it.each([
    [{ min: 0, max: null, minExclusive: false }, "Từ 0 trở lên"],
    [{ min: 0, max: null, minExclusive: true }, "Lớn hơn 0"],
    [{ min: 0, max: 100, minExclusive: false }, "Từ 0 đến 100"],
    [{ min: null, max: 1.5, minExclusive: false }, "Đến 1,50"],
  ])("reads limits %j", (limits, said) => {
    expect(linesOf("Giới hạn tự nhiên", { limits })).toEqual([said]);
  });

  it("names breakdowns and declared breaks in words", () => {
    expect(linesOf("Phân tổ chủ yếu")).toEqual(["Khu vực kinh tế"]);
    const breaks = [{ from: "2020-08", reason: { vi: "Đổi kỳ gốc", en: "New base" } }];
    expect(linesOf("Khả năng so sánh", { breaks })?.at(-1)).toBe("Điểm gãy từ 2020-08: Đổi kỳ gốc");
  });
});
