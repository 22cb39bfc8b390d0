import { describe, expect, it } from "vitest";
import { MISSING_REASONS, VALUE_ERROR_CODES } from "../observation/value.ts";
import { ExplanationNode } from "./explanation.ts";
import { WireObservation } from "./observations.ts";
import { Problem, RowsRefusedProblem } from "./problem.ts";
import { AcceptedSubmission, CheckedSubmission, StoredSubmission } from "./submission-answers.ts";
import { SubmissionWarning } from "./submission-warning.ts";

const COUNTS = { received: 2, created: 1, revised: 0, unchanged: 1, retracted: 0, rejected: 0 };
const RECEIPT = {
  id: "01J",
  feed: "mof.customs",
  sequence: 42,
  idempotencyKey: "k",
  receivedAt: "2026-11-22T01:02:03.004Z",
  commitSeq: 7,
  contentSha256: "ab",
  rowsRoot: "cd",
  counts: COUNTS,
  seal: null,
};
const ERROR = { pointer: "/observations/0/value", row: 0, code: "value-missing", detail: "d", detailVi: "đ" };
const WARNING = { code: "sequence-gap", first: 40, last: 41, detail: "d", detailVi: "đ" };
const PROBLEM = {
  type: "urn:bochiso:problem:rows-refused",
  title: "t",
  titleVi: "t",
  status: 422,
  code: "rows-refused",
  detail: "d",
  detailVi: "đ",
  instance: "r-1",
};
const LOOKUP = {
  receipt: RECEIPT,
  source: { publisher: null, document: null },
  sentAt: null,
  approval: null,
  rows: [],
};

describe("an answer to a submission", () => {
  it.each([
    ["accepted", AcceptedSubmission, { receipt: RECEIPT, errors: [], errorCount: 0 }],
    [
      "accepted with a warning",
      AcceptedSubmission,
      { receipt: RECEIPT, errors: [], errorCount: 0, warnings: [WARNING] },
    ],
    ["held for sign-off", AcceptedSubmission, { receipt: RECEIPT, errors: [], errorCount: 0, signOff: "required" }],
    [
      "checked",
      CheckedSubmission,
      { dryRun: true, receipt: null, counts: COUNTS, derived: 3, errors: [], errorCount: 0 },
    ],
    ["refused", RowsRefusedProblem, { ...PROBLEM, errors: [ERROR], errorCount: 1 }],
    ["stored in part", RowsRefusedProblem, { ...PROBLEM, errors: [ERROR], errorCount: 1, receipt: RECEIPT }],
    ["read again", StoredSubmission, { ...LOOKUP, errors: [], errorCount: 0 }],
    ["read again with its refused rows", StoredSubmission, { ...PROBLEM, ...LOOKUP, errors: [ERROR], errorCount: 1 }],
  ] as const)("%s is the same after the wire", (_, schema, answer) => {
    expect(schema.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
  });

  it("that promises everything has no errors beside it, and a refusal at least one", () => {
    expect(AcceptedSubmission.safeParse({ receipt: RECEIPT, errors: [ERROR], errorCount: 1 }).success).toBe(false);
    expect(AcceptedSubmission.safeParse({ receipt: null, errors: [], errorCount: 0 }).success).toBe(false);
    expect(RowsRefusedProblem.safeParse({ ...PROBLEM, errors: [], errorCount: 0 }).success).toBe(false);
    expect(
      CheckedSubmission.safeParse({
        dryRun: true,
        receipt: RECEIPT,
        counts: COUNTS,
        derived: 0,
        errors: [],
        errorCount: 0,
      }).success,
    ).toBe(false);
  });

  it("does not carry an empty list of warnings", () => {
    expect(AcceptedSubmission.safeParse({ receipt: RECEIPT, errors: [], errorCount: 0, warnings: [] }).success).toBe(
      false,
    );
  });
});

describe("a problem", () => {
  it("keeps whatever facts stand beside its members", () => {
    const told = { ...PROBLEM, status: 413, code: "too-large", limit: 100_000, got: 100_001 };
    expect(Problem.parse(told)).toEqual(told);
  });

  it("has a status of a refusal and both languages", () => {
    for (const odd of [
      { status: 200 },
      { status: 600 },
      { detailVi: undefined },
      { titleVi: undefined },
      { instance: undefined },
    ])
      expect(Problem.safeParse({ ...PROBLEM, ...odd }).success).toBe(false);
  });
});

describe("a warning", () => {
  it.each([
    [WARNING, true],
    [{ code: "newer-value-replaced", count: 1, rows: [0], detail: "d", detailVi: "đ" }, true],
    [{ code: "newer-value-replaced", count: 0, rows: [], detail: "d", detailVi: "đ" }, false],
    [
      {
        code: "newer-value-replaced",
        count: 30,
        rows: Array.from({ length: 21 }, (_, row) => row),
        detail: "d",
        detailVi: "đ",
      },
      false,
    ],
    [
      {
        code: "preference-unknown",
        preferences: ["handling=lax"],
        expected: ["handling=strict"],
        detail: "d",
        detailVi: "đ",
      },
      true,
    ],
    [{ code: "preference-unknown", preferences: [], expected: [], detail: "d", detailVi: "đ" }, false],
    [{ code: "unheard-of", detail: "d", detailVi: "đ" }, false],
  ])("%j is one: %s", (warning, taken) => {
    expect(SubmissionWarning.safeParse(warning).success).toBe(taken);
  });
});

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
