import { describe, expect, it } from "vitest";
import { findText } from "./find-text.ts";

const NAMES = ["Chỉ số hài lòng của người dân", "Số doanh nghiệp lớn", "Tổng đàn lợn", "Sản lượng lợn hơi", "Gạo"];
const find = (query: string) => findText(NAMES, query, (name) => name);

describe("a search in Vietnamese", () => {
  it("takes typed diacritics as they are, and what differs in them only behind", () => {
    expect(find("lợn")).toEqual({
      found: ["Tổng đàn lợn", "Sản lượng lợn hơi"],
      near: ["Số doanh nghiệp lớn", "Chỉ số hài lòng của người dân"],
    });
    expect(find("LỢN".normalize("NFD")).found).toEqual(["Tổng đàn lợn", "Sản lượng lợn hơi"]);
  });

  it("without diacritics finds all, whole words before parts of words", () => {
    expect(find("lon")).toEqual({
      found: ["Số doanh nghiệp lớn", "Tổng đàn lợn", "Sản lượng lợn hơi", "Chỉ số hài lòng của người dân"],
      near: [],
    });
    expect(find("dan lon").found[0]).toBe("Tổng đàn lợn");
  });

  it("finds only nearly what nothing has the marks of, keeps the order for nothing typed, and finds nothing for a strange word", () => {
    expect(find("gào")).toEqual({ found: [], near: ["Gạo"] });
    expect(find(" ").found).toEqual(NAMES);
    expect(find("xyz")).toEqual({ found: [], near: [] });
  });
});
