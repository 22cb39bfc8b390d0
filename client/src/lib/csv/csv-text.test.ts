import { describe, expect, it } from "vitest";
import { csvText } from "./csv-text.ts";

describe("csvText", () => {
  it("writes semicolons, CRLF and a byte order mark", () => {
    expect(
      csvText([
        ["Kỳ", "Giá trị"],
        ["2025-02", "-1549,964"],
      ]),
    ).toBe("\uFEFFKỳ;Giá trị\r\n2025-02;-1549,964\r\n");
  });

  it("quotes what holds a separator, a quote or a line break", () => {
    expect(csvText([["a;b", 'nói "đủ"', "hai\ndòng"]])).toBe('\uFEFF"a;b";"nói ""đủ""";"hai\ndòng"\r\n');
  });

  it.each(["=1+1", "+SUM(A1)", "@x", "-cmd"])("never hands a spreadsheet a formula: %s", (text) => {
    expect(csvText([[text]])).toBe(`\uFEFF'${text}\r\n`);
  });

  it("leaves an absent value empty", () => {
    expect(csvText([[null, "x"]])).toBe("\uFEFF;x\r\n");
  });
});
