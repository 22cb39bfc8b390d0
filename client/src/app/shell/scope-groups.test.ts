import { describe, expect, it } from "vitest";
import { shell } from "../../testing/overview-fixtures.ts";
import { scopeGroups } from "./scope-groups.ts";

const names = (query: string) => scopeGroups(shell.scopes, query, "vi").map((group) => group.name);

describe("scopeGroups", () => {
  it("lists the Government, ministries, regions in their order, and fictional units last", () => {
    expect(names("")).toEqual([
      "Chính phủ",
      "Bộ, cơ quan ngang bộ",
      "Trung du và miền núi phía Bắc",
      "Đồng bằng sông Hồng",
      "Bắc Trung Bộ",
      "Duyên hải Nam Trung Bộ và Tây Nguyên",
      "Đông Nam Bộ",
      "Đồng bằng sông Cửu Long",
      "Đơn vị mẫu (số liệu mô phỏng)",
    ]);
  });

  it("keeps the server's order within a group", () => {
    expect(scopeGroups(shell.scopes, "", "vi")[1]?.options.map((option) => option.id)).toEqual([
      "bo/mod",
      "bo/mof",
      "bo/moh",
    ]);
  });

  it.each(["dak lak", "ĐẮK", "lak dak"])("finds Đắk Lắk by %j", (query) => {
    expect(scopeGroups(shell.scopes, query, "vi").flatMap((group) => group.options.map((option) => option.id))).toEqual(
      ["tinh/66"],
    );
  });

  it("finds nothing for nonsense", () => expect(names("zzz")).toEqual([]));
});
