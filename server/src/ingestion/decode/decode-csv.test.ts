import { DomainError } from "@bochiso/shared/errors";
import { runSteps } from "@bochiso/shared/graph";
import { describe, expect, it } from "vitest";
import { decodeCsv } from "./decode-csv.ts";

const ENVELOPE = { feed: "mof.customs", sequence: null, sentAt: null, publisher: null, document: null };
const decode = (text: string) => runSteps(decodeCsv(new TextEncoder().encode(text), ENVELOPE));
const fields = (text: string) => decode(text).rows.map((row) => row.fields);

function faultOf(text: string): unknown {
  try {
    return decode(text);
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.text.en];
    throw error;
  }
}

describe("decodeCsv", () => {
  it("reads columns by their names, in any order, and every other column as a dimension", () => {
    const text = "period,area,indicator,ownership,value,status,note\n2025-03,VN,trade.export.value,FDI,1.50,E,\n";
    expect(fields(text)).toEqual([
      {
        period: "2025-03",
        area: "VN",
        indicator: "trade.export.value",
        value: "1.50",
        status: "E",
        breakdown: { ownership: "FDI" },
      },
    ]);
  });

  it("keeps no value apart from zero, and leaves empty cells of other columns out", () => {
    const text = "indicator,area,period,value,ownership,scenario\na.b,VN,2025,0,,\na.b,VN,2026,,,plan\n";
    expect(fields(text)).toEqual([
      { indicator: "a.b", area: "VN", period: "2025", value: "0" },
      { indicator: "a.b", area: "VN", period: "2026", value: null, scenario: "plan" },
    ]);
  });

  it.each([
    ["1234,5", "1234.5"],
    ["-0,25", "-0.25"],
    ["1234.5", "1234.5"],
    ["1.234,5", "1.234,5"],
    ["1,234,5", "1,234,5"],
  ])("with ; reads %s as %s", (sent, value) => {
    expect(fields(`indicator;area;period;value\na.b;VN;2025;${sent}`)).toMatchObject([{ value }]);
  });

  it("with , leaves a decimal comma in quotes as it is, to be refused", () => {
    expect(fields('indicator,area,period,value\na.b,VN,2025,"1234,5"')).toMatchObject([{ value: "1234,5" }]);
  });

  it.each([
    ["1.234", "alone may be a thousand", true],
    ["1.234|6,75", "beside a decimal comma may be a thousand", true],
    ["6.75|-12.500|6,75", "beside both kinds of decimals may be a thousand", true],
    ["1.234|6.75", "beside a decimal point is one itself", false],
    ["0.125|1234.567|1.2345|12", "can be nothing but a decimal", false],
  ])("with ; %s: %s", (values, _why, isRefused) => {
    const lines = values.split("|").map((value, at) => `a.b;VN;${2000 + at};${value}`);
    const faulty = decode(["indicator;area;period;value", ...lines].join("\n")).rows.flatMap(
      ({ fault }) => fault ?? [],
    );
    expect(faulty.map(({ code, field }) => [code, field])).toEqual(isRefused ? [["value-not-a-number", "value"]] : []);
    expect(decode(["indicator,area,period,value", "a.b,VN,2025,1.234"].join("\n")).rows[0]?.fault).toBeUndefined();
  });

  it("says both readings of a value that has two", () => {
    const [row] = decode("indicator;area;period;value\na.b;VN;2025;-1.234").rows;
    expect(row?.fault).toMatchObject({ got: "-1.234", expected: "-1234; -1,234" });
  });

  it("reads retractions and windows", () => {
    const text =
      "indicator,area,period,value,retract,window\na.b,VN,2025,,true,\na.b,VN,2025,1,,2025-01-15/2025-02-14\n";
    expect(fields(text)).toMatchObject([
      { value: null, retract: true },
      { value: "1", window: { start: "2025-01-15", end: "2025-02-14" } },
    ]);
    expect(fields("indicator,area,period,value,retract\na.b,VN,2025,,yes")).toMatchObject([{ retract: "yes" }]);
  });

  it("takes a byte order mark, and passes over lines of nothing but delimiters", () => {
    expect(decode("\uFEFFindicator,area,period,value\r\na.b,VN,2025,1\r\n,,,\r\n").rows).toEqual([
      { fields: { indicator: "a.b", area: "VN", period: "2025", value: "1" }, line: 2 },
    ]);
  });

  it("points to the row and the column", () => {
    const { pointers } = decode("indicator,area,period,value\na.b,VN,2025,1");
    expect([pointers.field(17, "value"), pointers.dimension(3, "a/b"), pointers.field(2, "")]).toEqual([
      "/17/value",
      "/3/a~1b",
      "/2",
    ]);
  });

  it.each([
    ["", "at least one observation"],
    ["indicator,area,period,value\n", "at least one observation"],
    ["indicator,area,periods,value\n", '"period" is missing (there is "periods")'],
    ["indicator\tarea\tperiod\tvalue\n", '"indicator" is missing'],
    ["indicator,area,period,value,value\n", '"value" occurs twice'],
    ["indicator,area,period,value,\n", "has no name"],
    ["indicator,area,period,value\na.b,VN,2025\n", "Line 2 has 3 cells, the header has 4"],
    ["indicator,area,period,value\na.b,VN,2025,1\u0000\n", "U+0000"],
  ])("refuses %j", (text, said) => {
    expect(faultOf(text)).toEqual(["body-malformed", expect.stringContaining(said)]);
  });

  it("keeps a column called __proto__ a column", () => {
    const [row] = fields("indicator,area,period,value,__proto__\na.b,VN,2025,1,x\n");
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
    expect(JSON.stringify(row)).toContain('"__proto__":"x"');
  });
});
