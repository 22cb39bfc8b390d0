import { describe, expect, it } from "vitest";
import { anExplanation } from "../../../testing/explanation-fixtures.ts";
import { doubtedInputs } from "./doubted-inputs.ts";

const DOUBT = { flag: 7, state: "open", rule: { vi: "Khoảng hợp lý", en: "Plausible range" } } as const;

describe("doubted inputs of a number", () => {
  it("are counted once each, however deep and however often they are read", () => {
    const [first, second] = anExplanation().operands;
    if (first === undefined || second === undefined) throw new Error("the fixture has two operands");
    const doubted = { ...first, doubt: DOUBT };
    const deep = anExplanation({ operands: [second, anExplanation({ operands: [doubted, doubted] }), doubted] });
    expect(doubtedInputs(deep)).toEqual({ count: 1, more: false });
    expect(doubtedInputs({ ...deep, truncated: true })).toEqual({ count: 1, more: true });
    expect(doubtedInputs(anExplanation())).toEqual({ count: 0, more: false });
    // A reported number that is doubted itself says so by itself: it has no inputs.
    expect(doubtedInputs(doubted)).toEqual({ count: 0, more: false });
  });
});
