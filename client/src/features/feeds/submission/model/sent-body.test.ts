import { describe, expect, it } from "vitest";
import { exactText } from "../../common/exact-text.ts";
import { heatClass, heatCount } from "../../quality/model/heat-class.ts";
import { seriesShape } from "../../quality/model/series-shape.ts";
import { errorsByRule, guessFormat, hexOf } from "./sent-body.ts";

describe("a body to be sent again", () => {
  it.each([
    ['{ "feed": "moh",\n "observations": [] }', "", "application/json"],
    ['{"feed":"moh"}\n{"indicator":"a.b"}', "", "application/x-ndjson"],
    ['{"feed":"moh"}', "luot.ndjson", "application/x-ndjson"],
    ["\uFEFFindicator;area;period;value\n", "", "text/csv"],
    ["STRUCTURE,STRUCTURE_ID,ACTION", "x.csv", "application/vnd.sdmx.data+csv;version=2.0.0"],
    ["DATAFLOW;AREA", "x.csv", "application/vnd.sdmx.data+csv;version=1.0.0"],
  ])("is read as what it seems to be: %j", (start, name, format) => expect(guessFormat(start, name)).toBe(format));

  it("is compared by its hash in lower-case hexadecimal", () =>
    expect(hexOf(new Uint8Array([0, 171, 15]))).toBe("00ab0f"));

  it("tells its faults by rule, the most frequent first", () => {
    const fault = (code: "value-missing" | "area-unknown", row: number) => ({
      pointer: `/${row}`,
      row,
      code,
      detail: "",
      detailVi: "",
    });
    const rules = errorsByRule([fault("area-unknown", 0), fault("value-missing", 1), fault("value-missing", 2)]);
    expect(rules.map(({ code, count }) => [code, count])).toEqual([
      ["value-missing", 2],
      ["area-unknown", 1],
    ]);
  });

  it("shows a value with every digit it was sent with", () => {
    expect(exactText("31420.750", "vi")).toBe("31.420,750");
    expect(exactText("-5", "en")).toBe("−5");
    expect(exactText("1e5", "vi")).toBe("1e5");
  });
});

describe("pictures of quality", () => {
  it("leave gaps as gaps and draw the expected interval", () => {
    const box = { width: 30, height: 10 };
    const { lines, points, band } = seriesShape({ values: [0, 10, null, 5], min: 2.5, max: 7.5 }, box);
    expect(lines).toEqual(["0,10 10,0"]);
    expect(points.map(({ index }) => index)).toEqual([0, 1, 3]);
    expect(band).toEqual({ y: 2.5, height: 5 });
    expect(seriesShape({ values: [3, 3], min: null, max: null }, box)).toMatchObject({
      band: null,
      lines: ["0,5 30,5"],
    });
  });

  it("colour by what still has to be dealt with", () => {
    expect(heatCount({ open: 2, wrong: 1, confirmed: 4, resolved: 0 })).toEqual({ pending: 3, all: 7 });
    expect([0, 1, 2, 4, 10, 30].map(heatClass)).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
