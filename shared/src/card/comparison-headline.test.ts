import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatFigure } from "../i18n/format-figure.ts";
import { joinNames, lowerFirst, MIN_RANKED } from "./comparison-headline.ts";
import { aComparison, aRate, aSum, letterOf } from "./testing/a-comparison.ts";

const figures = fc.array(
  fc.option(
    fc.integer({ min: 0, max: 2_000 }).map((n) => n / 10),
    { freq: 5 },
  ),
  { minLength: 1, maxLength: 34 },
);

describe("the message of a comparison", () => {
  it.each<[string, Parameters<typeof aComparison>, string]>([
    ["nothing there", [[null, null]], "Chưa có số liệu theo địa phương"],
    ["one of three", [[5, null, null]], "Chỉ 1/3 địa phương có số liệu: Tỉnh A"],
    ["two of three", [[5, 7, null]], "Chỉ 2/3 địa phương có số liệu: Tỉnh B và Tỉnh A"],
    ["the best", [[5, 7, 6]], "Tỉnh B dẫn đầu"],
    ["two that read alike", [[7.04, 6.96, 5]], "Tỉnh A và Tỉnh B dẫn đầu"],
    ["four in the lead are counted", [[7, 7, 7, 7, 1]], "4 địa phương dẫn đầu"],
    ["those below the nation", [[5, 7, 6], { nation: 6 }], "Tỉnh B dẫn đầu, Tỉnh A dưới mức cả nước"],
    ["nobody below it", [[5, 7, 6], { nation: 1 }], "Tỉnh B dẫn đầu, không địa phương nào dưới mức cả nước"],
    [
      "of a part",
      [[5, 7, 6], { nation: 6, breakdown: "Nông thôn" }],
      "Tỉnh B dẫn đầu, Tỉnh A dưới mức chung (nông thôn)",
    ],
    [
      "where less is wanted",
      [[5, 7, 6], { definition: aRate({ direction: "lower" }), nation: 6 }],
      "Tỉnh A thấp nhất, Tỉnh B trên mức cả nước",
    ],
    ["without direction", [[5, 7, 6], { definition: aRate({ direction: "neutral" }), nation: 6 }], "Tỉnh B cao nhất"],
    [
      "cases",
      [[5, 0, 0], { definition: aSum({ direction: "lower", valueType: "count" }) }],
      "Tỉnh A nhiều nhất, cần chú ý, 2 địa phương bằng 0",
    ],
    [
      "cases nowhere",
      [[0, 0, 0], { definition: aSum({ direction: "lower", valueType: "count" }) }],
      "các địa phương đều bằng 0",
    ],
    ["areas missing", [[5, 7, 6, null]], "Tỉnh B dẫn đầu, có số liệu 3/4 địa phương"],
  ])("%s", (_, input, vi) => {
    expect(aComparison(...input).headline.vi).toBe(vi);
  });

  it("never speaks of a lead among fewer areas than can be ranked", () => {
    fc.assert(
      fc.property(
        figures.filter((numbers) => numbers.filter((it) => it !== null).length < MIN_RANKED),
        (numbers) => {
          expect(aComparison(numbers).headline.vi).not.toMatch(/dẫn đầu|thấp nhất/u);
        },
      ),
    );
  });

  it("names exactly the areas that read as the first", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: 0, max: 30 }).map((n) => n / 20),
          { minLength: 3, maxLength: 8 },
        ),
        (numbers) => {
          const read = (value: number) => formatFigure(value, { lang: "vi", decimals: 1 });
          const best = read(Math.max(...numbers));
          const leaders = numbers.flatMap((value, at) => (read(value) === best ? [`Tỉnh ${letterOf(at)}`] : []));
          const said =
            leaders.length > 3 ? `${leaders.length} địa phương` : joinNames(leaders.map((vi) => ({ vi, en: vi }))).vi;
          expect(aComparison(numbers).headline.vi).toBe(`${said} dẫn đầu`);
        },
      ),
    );
  });

  it.each([
    ["Khu vực FDI", "khu vực FDI"],
    ["FDI đăng ký", "FDI đăng ký"],
    ["Ăn uống", "ăn uống"],
    ["", ""],
  ])("within a sentence %s is written %s", (text, written) => {
    expect(lowerFirst(text)).toBe(written);
  });
});
