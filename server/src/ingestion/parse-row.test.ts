import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJson } from "./decode/read-json.ts";
import { parseRow } from "./parse-row.ts";
import type { ParsedRow } from "./submitted-row.ts";
import { aCollector } from "./testing/rows.ts";

const ADDRESS = { indicator: "a.b", area: "VN", period: "2026-10" };

/** What is read of a row as it stands in a body, and what is told: `<pointer> <code>`. */
function parse(row: unknown, merge = false) {
  const errors = aCollector();
  const read = parseRow(readJson(JSON.stringify(row)), 0, errors, merge);
  const faults = errors.sorted();
  return { read, faults, told: faults.map(({ pointer, code }) => `${pointer} ${code}`) };
}

describe("a row", () => {
  it("of address and value alone is an actual value, final, of totals", () => {
    const { read, told } = parse({ ...ADDRESS, value: 1.5 });
    expect(told).toEqual([]);
    expect(read).toMatchObject({
      ...ADDRESS,
      breakdown: {},
      scenario: "actual",
      status: "A",
      value: { sent: "1.5" },
      note: null,
      retract: false,
      window: null,
      baseYear: null,
      unit: null,
    });
    expect([read?.unread.size, read?.keeps.size]).toEqual([0, 0]);
  });

  it("keeps the digits of a number and of a text as they are written", () => {
    const errors = aCollector();
    const row = readJson('{"indicator":"a.b","area":"VN","period":"2026-10","value":42150.300}');
    expect(parseRow(row, 0, errors)?.value?.sent).toBe("42150.300");
    expect(parse({ ...ADDRESS, value: "31420.750" }).read?.value?.sent).toBe("31420.750");
  });

  it("takes null for left out, and a blank note for none", () => {
    const { read, told } = parse({ ...ADDRESS, value: null, status: "M", note: "  ", window: null, breakdown: null });
    expect([told, read?.note, read?.status, read?.value]).toEqual([[], null, "M", null]);
  });

  it.each<[string, object, string]>([
    ["without a value", {}, "value field-missing"],
    ["with a field nobody knows", { value: 1, vaule: 2 }, "vaule field-unknown"],
    ["with an indicator that is a number", { indicator: 7, value: 1 }, "indicator indicator-unknown"],
    ["with an empty area", { area: "", value: 1 }, "area field-missing"],
    ["with a period that is a number", { period: 202_610, value: 1 }, "period period-malformed"],
    ["with a status nobody knows", { status: "final", value: 1 }, "status status-unknown"],
    ["with a scenario that is no text", { scenario: 1, value: 1 }, "scenario scenario-not-allowed"],
    ["with a value that is true", { value: true }, "value value-not-a-number"],
    ["with a value of 39 digits", { value: "1".repeat(39) }, "value value-precision"],
    ["with a breakdown that is a list", { value: 1, breakdown: ["FDI"] }, "breakdown field-unknown"],
    ["with a code that is a number", { value: 1, breakdown: { ownership: 1 } }, "ownership code-unknown"],
    ["with a note that is a number", { value: 1, note: 5 }, "note field-unknown"],
    ["with a retraction in words", { value: 1, retract: "có" }, "retract field-unknown"],
    ["with a window of one day", { value: 1, window: { start: "2026-10-01" } }, "window field-unknown"],
    [
      "with a window the wrong way round",
      { value: 1, window: { start: "2026-10-02", end: "2026-10-01" } },
      "window field-unknown",
    ],
    [
      "with a window that never was",
      { value: 1, window: { start: "2026-02-01", end: "2026-02-30" } },
      "window field-unknown",
    ],
    ["with a base year of two digits", { value: 1, baseYear: 19 }, "baseYear field-unknown"],
  ])("%s is told at its place, and the rest is read", (_what, change, fault) => {
    const { read, told } = parse({ ...ADDRESS, ...change });
    expect(told).toEqual([fault]);
    const [pointer = ""] = fault.split(" ");
    expect([...(read?.unread ?? [])]).toEqual([pointer === "ownership" ? "breakdown/ownership" : pointer]);
    for (const [field, written] of Object.entries(ADDRESS)) {
      if (field !== pointer) expect(read?.[field as keyof ParsedRow]).toBe(written);
    }
  });

  it("tells all its faults at once", () => {
    const { told } = parse({ indicator: 1, area: 2, period: 3, value: [], status: 4, scenario: 5, note: {} });
    expect(told).toHaveLength(7);
  });

  it.each([null, 1, "a", [], [ADDRESS], true])("that is %j is no row", (row) => {
    const { read, told } = parse(row);
    expect([read, told]).toEqual([null, [" field-missing"]]);
  });

  it("names no dimension that the language would take for its own", () => {
    const errors = aCollector();
    const row = readJson('{"indicator":"a","area":"VN","period":"2026","value":1,"breakdown":{"__proto__":"FDI"}}');
    const read = parseRow(row, 0, errors);
    expect(Object.entries(read?.breakdown ?? {})).toEqual([["__proto__", "FDI"]]);
    expect(errors.count).toBe(0);
  });
});

describe("a retraction", () => {
  it("takes no value, and no status of one", () => {
    const taken = parse({ ...ADDRESS, retract: true, note: "gửi nhầm" });
    expect([taken.told, taken.read?.retract, taken.read?.value]).toEqual([[], true, null]);
    expect(parse({ ...ADDRESS, retract: true, value: 0 }).told).toEqual(["value field-unknown"]);
    expect(parse({ ...ADDRESS, retract: true, value: null }).told).toEqual([]);
  });
});

describe("what a merge leaves out", () => {
  it("stays as it is stored, of a retraction nothing", () => {
    const keeps = (row: object) => [...(parse({ ...ADDRESS, ...row }, true).read?.keeps ?? [])];
    expect(keeps({})).toEqual(["value", "status", "window", "baseYear"]);
    expect(keeps({ value: 1, status: "P" })).toEqual(["window", "baseYear"]);
    expect(keeps({ retract: true })).toEqual([]);
    expect(parse(ADDRESS, true).told).toEqual([]);
  });
});

describe("a mark of a State secret", () => {
  const anyMark = fc.oneof(
    fc.string().filter((text) => text !== "public" && text !== "internal"),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.array(fc.string()),
    fc.dictionary(fc.string(), fc.string()),
  );

  it("refuses the row whatever it looks like, and nothing of its content is repeated", () => {
    fc.assert(
      fc.property(anyMark, fc.string({ minLength: 4 }), (classification, content) => {
        const { read, faults } = parse({ ...ADDRESS, value: content, note: 5, [content]: content, classification });
        expect(read).toBeNull();
        expect(faults.map(({ code }) => code)).toEqual(["state-secret-refused"]);
        expect(faults[0]).not.toHaveProperty("got");
      }),
    );
  });

  it.each(["public", "internal", null])("is not %j", (classification) => {
    expect(parse({ ...ADDRESS, value: 1, classification }).told).toEqual([]);
  });
});

it("any JSON is read or told, and what is echoed is short", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), (text) => {
      const errors = aCollector();
      const read = parseRow(readJson(text), 0, errors);
      if (read === null) expect(errors.count).toBe(1);
      for (const { got = "", detailVi } of errors.sorted()) {
        expect(got.length).toBeLessThanOrEqual(120);
        expect(detailVi).not.toBe("");
      }
    }),
  );
});
