import { describe, expect, it } from "vitest";
import { csvText } from "./csv-text.ts";

describe("csvText", () => {
  it("writes semicolons, CRLF and a byte order mark", () => {
    expect(
      csvText([
        ["Kỳ", "Giá trị"],
        ["2025-02", "-1549,964"],
        ["2025-03", "-1.549,964"],
      ]),
    ).toBe("\uFEFFKỳ;Giá trị\r\n2025-02;-1549,964\r\n2025-03;-1.549,964\r\n");
  });

  it("quotes what holds a separator, a quote or a line break", () => {
    expect(csvText([["a;b", 'nói "đủ"', "hai\ndòng"]])).toBe('\uFEFF"a;b";"nói ""đủ""";"hai\ndòng"\r\n');
  });

  it.each(["=1+1", "+SUM(A1)", "@x", "-cmd", "-1+cmd", "+1 x"])("never hands a spreadsheet a formula: %s", (text) => {
    expect(csvText([[text]])).toBe(`\uFEFF'${text}\r\n`);
  });

  it("nor one behind what another list separator would take for the end of a cell", () => {
    expect(csvText([["x,=1", "x;=1", "x\n=1"]])).toBe(`\uFEFFx,'=1;"x;'=1";"x\n'=1"\r\n`);
  });

  it("leaves an absent value empty", () => {
    expect(csvText([[null, "x"]])).toBe("\uFEFF;x\r\n");
  });
});
