import { describe, expect, it } from "vitest";
import { numberInWords } from "./number-in-words.ts";

describe("a number in words", () => {
  it.each([
    ["0", "không", "zero"],
    ["5", "năm", "five"],
    ["10", "mười", "ten"],
    ["15", "mười lăm", "fifteen"],
    ["21", "hai mươi mốt", "twenty-one"],
    ["24", "hai mươi tư", "twenty-four"],
    ["14", "mười bốn", "fourteen"],
    ["11", "mười một", "eleven"],
    ["105", "một trăm linh năm", "one hundred and five"],
    ["115", "một trăm mười lăm", "one hundred and fifteen"],
    ["200", "hai trăm", "two hundred"],
    ["1234", "một nghìn hai trăm ba mươi tư", "one thousand two hundred and thirty-four"],
    ["1.234", "một phẩy hai ba bốn", "one point two three four"],
    ["-2.50", "âm hai phẩy năm không", "minus two point five zero"],
    ["1005", "một nghìn không trăm linh năm", "one thousand five"],
    ["1000000", "một triệu", "one million"],
    ["2000050", "hai triệu không trăm năm mươi", "two million fifty"],
    ["1000000000", "một tỷ", "one billion"],
    ["1234000000000", "một nghìn hai trăm ba mươi tư tỷ", "one thousand two hundred and thirty-four billion"],
    ["3000000007", "ba tỷ không trăm linh bảy", "three billion seven"],
  ])("%s", (text, vi, en) => {
    expect([numberInWords(text, "vi"), numberInWords(text, "en")]).toEqual([vi, en]);
  });

  it("says nothing where words help nobody, or there is no number", () => {
    for (const text of ["", "-", "1e5", "1,5", "1.", "9".repeat(19)]) expect(numberInWords(text, "vi")).toBeNull();
  });
});
