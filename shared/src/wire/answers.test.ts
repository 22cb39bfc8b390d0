import { describe, expect, it } from "vitest";
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
