import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ObservationStatus } from "../observation/observation-status.ts";
import { Scenario } from "../observation/scenario.ts";
import { SubmissionEnvelope, submissionBody } from "./submission-body.ts";

const MOST = 3;
const Body = submissionBody(MOST);

const ROW = { indicator: "trade.export.value", area: "VN", period: "2026-10", value: "31420.75" };
const bodyOf = (row: object): object => ({ feed: "mof.customs", observations: [{ ...ROW, ...row }] });
const isTaken = (row: object): boolean => Body.safeParse(bodyOf(row)).success;

const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const decimal = fc
  .tuple(
    fc.constantFrom("", "-", "+"),
    fc.bigInt({ min: 0n, max: 10n ** 38n }),
    fc.constantFrom("", ".", ".0", ".25", "e3", "E-07"),
  )
  .map((parts) => parts.join(""));
const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2040-12-31"), noInvalidDate: true })
  .map((it) => it.toISOString().slice(0, 10));
const cell = {
  indicator: text,
  area: text,
  period: text,
  scenario: optional(fc.constantFrom(...Scenario.options, null)),
  breakdown: optional(fc.dictionary(text, text, { maxKeys: 2 })),
  note: optional(text),
  classification: optional(fc.constantFrom("public", "internal", null)),
  window: optional(fc.record({ start: day, end: day })),
  baseYear: optional(fc.constantFrom(2010, "2020", null)),
  unit: optional(text),
};
const value = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), decimal, fc.constant(null));
const reported = fc.record({
  ...cell,
  value,
  status: optional(fc.constantFrom(...ObservationStatus.options)),
  retract: optional(fc.constant(false)),
});
const retraction = fc.record({ ...cell, retract: fc.constant(true) });
const body = fc.record({
  feed: text,
  sequence: optional(fc.nat()),
  sentAt: optional(
    fc.constantFrom("2026-11-20T08:00:00+07:00", "2026-11-20T01:00Z", "2026-11-20T01:00:00.123456789Z", null),
  ),
  source: optional(fc.record({ publisher: optional(text), document: optional(text) })),
  observations: fc.array(fc.oneof(reported, retraction), { minLength: 1, maxLength: MOST }),
});

describe("the body of a submission", () => {
  it("passes as it was sent: nothing is added, changed or dropped on the way in", () => {
    fc.assert(
      fc.property(body, (sent) => {
        const wire = JSON.stringify(sent);
        expect(Body.parse(JSON.parse(wire))).toEqual(JSON.parse(wire));
      }),
    );
  });

  it("of NDJSON has the same envelope, without the rows", () => {
    fc.assert(
      fc.property(body, (sent) => {
        const wire: unknown = JSON.parse(JSON.stringify({ ...sent, observations: undefined }));
        expect(SubmissionEnvelope.parse(wire)).toEqual(wire);
      }),
    );
    expect(SubmissionEnvelope.safeParse({ feed: "a", observations: [] }).success).toBe(false);
  });

  it("holds from one row to as many as the limit says", () => {
    const rows = (count: number) =>
      Body.safeParse({ feed: "a", observations: Array.from({ length: count }, () => ROW) }).success;
    expect([rows(0), rows(1), rows(MOST), rows(MOST + 1)]).toEqual([false, true, true, false]);
  });
});

describe("a value on the wire", () => {
  it.each([0, -0.5, 42150.3, 1e300, "31420.75", "+5", "-0", "007", "1.", "1e5", "1.25E-3", "9".repeat(40), null])(
    "%j is one",
    (sent) => {
      expect(isTaken({ value: sent })).toBe(true);
    },
  );

  it.each([
    "",
    " 1",
    "1 ",
    "1,5",
    "1.234,5",
    "1 000",
    "0x10",
    "NaN",
    "Infinity",
    "-",
    ".",
    ".5",
    "1e",
    "1e1.5",
    "−5",
    "٣",
    true,
    [],
    {},
  ])("%j is none", (sent) => {
    expect(isTaken({ value: sent })).toBe(false);
  });

  it("has to be told: what is left out is not null", () => {
    expect(
      Body.safeParse({ feed: "a", observations: [{ indicator: "a.b", area: "VN", period: "2026" }] }).success,
    ).toBe(false);
  });
});

describe("a retraction", () => {
  it.each<[string, object, boolean]>([
    ["stands without a value", { retract: true, value: undefined, note: "gửi nhầm" }, true],
    ["stands with null", { retract: true, value: null }, true],
    ["takes no value with it", { retract: true, value: 5 }, false],
    ["is not meant by false", { retract: false }, true],
    ["is not meant by a word", { retract: "true" }, false],
  ])("%s", (_, row, taken) => {
    expect(isTaken(row)).toBe(taken);
  });
});

describe("what else is refused", () => {
  it.each<[string, object]>([
    ["a field nobody knows", { values: 5 }],
    ["a misspelt field", { indicators: "a.b" }],
    ["an empty code", { indicator: "" }],
    ["a period that is a number", { period: 2026 }],
    ["a status outside of SDMX", { status: "a" }],
    ["a scenario outside of the five", { scenario: "budget" }],
    ["a State secret by its mark", { classification: "mật" }],
    ["a breakdown as a list", { breakdown: ["FDI"] }],
    ["a breakdown by number", { breakdown: { sector: 1 } }],
    ["half a window", { window: { start: "2026-01-01" } }],
    ["a window in hours", { window: { start: "2026-01-01T00:00:00Z", end: "2026-01-31" } }],
    ["a base year of two digits", { baseYear: 10 }],
    ["a base year as a date", { baseYear: "2010-01-01" }],
  ])("%s", (_, row) => {
    expect(isTaken(row)).toBe(false);
  });

  it.each<[string, object]>([
    ["no feed", { feed: undefined }],
    ["a sequence below zero", { sequence: -1 }],
    ["a sequence between numbers", { sequence: 1.5 }],
    ["a moment without its offset", { sentAt: "2026-11-20T08:00:00" }],
    ["a day for a moment", { sentAt: "2026-11-20" }],
    ["a publisher nobody knows how to read", { source: { publisher: { code: "nso" } } }],
    ["an envelope field nobody knows", { comment: "x" }],
  ])("%s", (_, envelope) => {
    expect(Body.safeParse({ feed: "a", observations: [ROW], ...envelope }).success).toBe(false);
  });
});
