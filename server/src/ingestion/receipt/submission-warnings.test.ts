import { SubmissionWarning } from "@bochiso/shared/wire";
import { expect, it } from "vitest";
import { warningsMember } from "./submission-warnings.ts";

it("says nothing where nothing was noticed", () => {
  expect(warningsMember({})).toEqual({});
  expect(warningsMember({ newerReplaced: [], gap: null, unknownPreferences: [] })).toEqual({});
});

it("names everything that was noticed, each as the contract has it", () => {
  const rows = Array.from({ length: 50 }, (_, row) => row);
  const { warnings = [] } = warningsMember({
    newerReplaced: rows,
    gap: { first: 2, last: 2 },
    unknownPreferences: ["handling=lax"],
  });
  expect(warnings.map((it) => SubmissionWarning.parse(it))).toEqual(warnings);
  expect(warnings).toMatchObject([
    { code: "newer-value-replaced", count: 50, rows: rows.slice(0, 20) },
    { code: "sequence-gap", first: 2, last: 2, detailVi: expect.stringContaining("lượt số 2.") },
    { code: "preference-unknown", preferences: ["handling=lax"] },
  ]);
});
