import { describe, expect, it } from "vitest";
import { appSearch, groupSearch, indicatorSearch, parseSearch, stringifySearch } from "./search-params.ts";

describe("the address of a screen", () => {
  it("comes back as it was written", () => {
    const search = {
      dv: "bo/moh",
      ky: "2025-02",
      pt: "ownership=FDI;sector=A",
      giaithich: "a.b~vn63:24~~2025-02~value",
    };
    expect(parseSearch(stringifySearch(search))).toEqual(search);
    expect(stringifySearch({ dv: "bo/moh", pt: "a=1;b=2" })).toBe("?dv=bo/moh&pt=a=1;b=2");
  });

  it("keeps a year as text", () => expect(appSearch(parseSearch("?ky=2025")).ky).toBe("2025"));

  it("leaves out what is empty", () => expect(stringifySearch({ ky: undefined, dv: "" })).toBe(""));

  it.each([
    [appSearch, { ky: "<script>", manhinh: "yes", ngonngu: "fr" }, {}],
    [indicatorSearch, { dv: "../x", db: "x" }, {}],
    [groupSearch, { xem: "bang", dv: "tinh/01" }, { xem: "bang", dv: "tinh/01" }],
  ] as const)("falls back to the default instead of failing", (readSearch, given, expected) => {
    const read = Object.entries(readSearch(given)).filter(([, value]) => value !== undefined);
    expect(Object.fromEntries(read)).toEqual(expected);
  });
});
