import { runSteps } from "@bochiso/shared/graph";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeJson } from "../../server/src/ingestion/decode/decode-json.ts";
import { parseSteps } from "../../server/src/ingestion/parse-rows.ts";
import { ErrorCollector } from "../../server/src/ingestion/rules/error-collector.ts";
import { schemaCheck } from "../support/http/openapi-check.ts";

const isSubmission = schemaCheck("Submission");

/** Whether the service reads the body and every field of every row, whatever it then says of the codes in it. */
function isRead(body: object): boolean {
  try {
    const decoded = runSteps(decodeJson(Buffer.from(JSON.stringify(body))));
    const errors = new ErrorCollector(decoded);
    runSteps(parseSteps(decoded, errors));
    return errors.count === 0;
  } catch {
    return false;
  }
}

const JUNK = fc.constantFrom<unknown>(null, "", "x", 0, 1.5, -3, true, false, [], {}, ["a"], { a: 1 }, { a: "b" });
/** Now and then something else stands in the place of what belongs there. */
const or = (sound: fc.Arbitrary<unknown>, other: fc.Arbitrary<unknown> = JUNK) =>
  fc.oneof({ weight: 30, arbitrary: sound }, { weight: 1, arbitrary: fc.oneof(JUNK, other) });
const words = (...known: unknown[]) => fc.constantFrom(...known);
/** With a member that nothing is known of, now and then. */
const perhapsMore = (object: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  fc
    .tuple(
      object,
      fc.oneof({ weight: 30, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: fc.constant({ valeu: 1 }) }),
    )
    .map(([known, more]) => ({ ...known, ...more }));

const NO_DECIMALS = words(".5", "1,5", "1 000", "0x10", "NaN", "Infinity", "−1");
const ROW_KEYS = {
  indicator: words("trade.export.value", "no.such"),
  area: words("VN"),
  period: words("2025-03", "never"),
};
const details = {
  status: or(words("A", "P", "E", "F", "M", "O", "L"), words("Q", "a")),
  scenario: or(words("actual", "plan", "target", "forecast", "baseline"), words("Plan")),
  breakdown: or(fc.dictionary(words("ownership", "sex") as fc.Arbitrary<string>, or(fc.constant("FDI")))),
  note: or(words("ghi chú", " ")),
  classification: or(words("public", "internal"), words("secret")),
  window: or(perhapsMore(fc.record({ start: or(words("2025-03-01", "2025-03-05")), end: fc.constant("2025-03-31") }))),
  baseYear: or(words(2019, "2019"), words(999, 3000, "19", 2019.5)),
};
const decimal = fc.oneof(
  fc.integer(),
  fc.integer().map((hundredths) => hundredths / 100),
  words("1", "-1.50", "+2", "3.", "1e3"),
);
const reported = fc.record(
  {
    indicator: or(ROW_KEYS.indicator),
    area: or(ROW_KEYS.area),
    period: or(ROW_KEYS.period),
    value: or(decimal, NO_DECIMALS),
    retract: or(words(false, null)),
    ...details,
  },
  { requiredKeys: ["indicator", "area", "period", "value"] },
);
const retraction = fc.record(
  { ...ROW_KEYS, retract: or(fc.constant(true)), value: or(fc.constant(null)), ...details },
  { requiredKeys: ["indicator", "area", "retract"] },
);
const row = perhapsMore(fc.oneof(reported, retraction));

const body = perhapsMore(
  fc.record(
    {
      feed: or(fc.constant("mof.customs")),
      observations: or(fc.array(or(row), { minLength: 1, maxLength: 2 })),
      sequence: or(fc.nat()),
      sentAt: or(words(null, "2025-04-06T08:00:00+07:00"), fc.constant(5)),
      source: or(
        perhapsMore(fc.record({ publisher: or(fc.string()), document: or(fc.string()) }, { requiredKeys: [] })),
      ),
    },
    { requiredKeys: ["feed", "observations"] },
  ),
);
const ROW = { indicator: "trade.export.value", area: "VN", period: "2025-03", value: 1 };

describe("the schema of a submission and the service", () => {
  it.each([
    [{ ...ROW }, true],
    [{ ...ROW, value: "1.50", note: null, breakdown: { ownership: "FDI" } }, true],
    [{ ...ROW, value: undefined }, false],
    [{ ...ROW, value: undefined, retract: true, note: "gửi nhầm" }, true],
    [{ ...ROW, retract: true }, false],
    [{ ...ROW, retract: false }, true],
    [{ ...ROW, value: "1,5" }, false],
    [{ ...ROW, valeu: 1 }, false],
    [{ ...ROW, window: { start: "2025-03-01" } }, false],
    [{ ...ROW, classification: "mật" }, false],
  ])("agree on the row %j", (observation, isSound) => {
    const submission = { feed: "mof.customs", observations: [observation] };
    expect([isSubmission(submission), isRead(submission)]).toEqual([isSound, isSound]);
  });

  it("agree on the shape of whatever is sent", () => {
    const seen = { sound: 0, refused: 0 };
    fc.assert(
      fc.property(body, (submission) => {
        const read = isRead(submission);
        seen[read ? "sound" : "refused"] += 1;
        expect(isSubmission(submission), JSON.stringify(submission)).toBe(read);
      }),
      { numRuns: 3_000 },
    );
    expect(Math.min(seen.sound, seen.refused)).toBeGreaterThan(50);
  });
});
