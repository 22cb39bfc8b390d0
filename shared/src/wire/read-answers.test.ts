import { describe, expect, it } from "vitest";
import { MISSING_REASONS, VALUE_ERROR_CODES } from "../observation/value.ts";
import { ExplanationNode } from "./explanation.ts";
import { WireObservation } from "./observations.ts";

describe("a value read", () => {
  const VALUE = {
    indicator: "a.b",
    area: "01",
    areaBasis: "present",
    period: "2026-10",
    breakdown: {},
    scenario: "actual",
    origin: "reported",
    value: 12.5,
    valueText: "12.50",
    status: "A",
    missing: null,
    error: null,
    revision: 1,
    recordedAt: "2026-11-22T01:02:03.004Z",
    commitSeq: 7,
    feed: "prov.01",
    submission: "01J",
    simulated: false,
    way: null,
    coverage: null,
    flags: [],
    note: null,
    window: null,
    baseYear: null,
  };

  it("is the same after the wire: a number, an absence with its reason, a failed computation", () => {
    const absences = MISSING_REASONS.map((missing) => ({ ...VALUE, value: null, valueText: null, missing }));
    const failures = VALUE_ERROR_CODES.map((error) => ({
      ...VALUE,
      origin: "computed",
      value: null,
      valueText: null,
      status: null,
      revision: null,
      error,
      way: "formula",
    }));
    for (const each of [VALUE, ...absences, ...failures]) expect(WireObservation.parse(each)).toEqual(each);
  });

  it("leaves nothing out and invents no list", () => {
    for (const name of Object.keys(VALUE))
      expect(WireObservation.safeParse({ ...VALUE, [name]: undefined }).success, name).toBe(false);
    for (const odd of [
      { missing: "unknown" },
      { status: "X" },
      { origin: "simulated" },
      { areaBasis: "both" },
      { way: "guess" },
      { revision: 1.5 },
    ])
      expect(WireObservation.safeParse({ ...VALUE, ...odd }).success).toBe(false);
  });
});

describe("an explanation", () => {
  const leaf = {
    ref: "t.a",
    indicator: "t.a",
    area: "VN",
    period: "2026-10",
    breakdown: {},
    scenario: "actual",
    origin: null,
    value: null,
    missing: "not-reported",
    error: null,
    status: null,
    way: null,
    whole: null,
    partial: null,
    substitutions: [],
    formula: null,
    definitionVersion: null,
    omitted: null,
    observation: null,
    beside: null,
    simulated: false,
    truncated: false,
    restricted: false,
    part: null,
    operands: [],
  };

  it("is a tree of any depth, of operands and of the weights of parts", () => {
    const part = { share: 1, weight: 3, weights: [leaf] };
    let node: object = { ...leaf, part };
    for (let depth = 0; depth < 30; depth += 1) node = { ...leaf, formula: "t.a + t.b", operands: [node, leaf] };
    expect(ExplanationNode.parse(node)).toEqual(node);
  });

  it("is refused where a node deep inside is none", () => {
    const odd = { ...leaf, operands: [{ ...leaf, operands: [{ ...leaf, value: "12" }] }] };
    const found = ExplanationNode.safeParse(odd);
    expect(found.error?.issues[0]?.path).toEqual(["operands", 0, "operands", 0, "value"]);
  });
});
