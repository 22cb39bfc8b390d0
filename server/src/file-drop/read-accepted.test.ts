import { expect, it } from "vitest";
import { acceptedAnswer } from "../ingestion/receipt/accepted-answer.ts";
import { readAccepted } from "./read-accepted.ts";

const RECEIPT: Parameters<typeof acceptedAnswer>[0] = {
  id: "s-1",
  feed: "f",
  sequence: null,
  idempotencyKey: "k",
  receivedAt: "2026-11-22T03:00:00.000Z",
  commitSeq: 7,
  contentSha256: "a".repeat(64),
  rowsRoot: "b".repeat(64),
  counts: { received: 2, created: 2, revised: 0, unchanged: 0, retracted: 0, rejected: 0 },
  seal: null,
};

function read(noticed: Parameters<typeof acceptedAnswer>[3]) {
  const answer = acceptedAnswer(RECEIPT, [], 0, noticed);
  return readAccepted({ kind: "stored", submission: "s-1", replayed: false, ...answer });
}

it("reads what was noticed out of the answer that is stored", () => {
  const { warnings, signOff } = read({ isHeld: true, newerReplaced: [1], gap: { first: 3, last: 4 } });
  expect(warnings).toMatchObject([{ code: "newer-value-replaced", count: 1, rows: [1] }, { code: "sequence-gap" }]);
  expect(signOff).toBe("required");
});

it("of an answer without anything noticed has nothing to say", () => {
  expect(read({ isHeld: false, newerReplaced: [], gap: null })).toMatchObject({ warnings: [], errors: [] });
});
