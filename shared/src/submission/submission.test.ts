import { generateKeyPairSync, sign, verify } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Receipt, ReceiptSeal } from "./receipt.ts";
import { ROW_ERROR_CODES, RowError } from "./row-error.ts";
import { sealedText } from "./sealed-text.ts";
import { Submission } from "./submission.ts";

const hash = fc.string({ unit: fc.constantFrom(...Array.from("0123456789abcdef")), minLength: 64, maxLength: 64 });
const text = fc.string({ unit: "grapheme", maxLength: 20 });
const count = fc.nat(100_000);
const receipt: fc.Arbitrary<Receipt> = fc.record({
  id: text,
  feed: text,
  sequence: fc.option(fc.nat()),
  idempotencyKey: text,
  receivedAt: fc.constantFrom("2026-11-22T01:02:03.004Z", "2026-11-22T01:02:03.005Z"),
  commitSeq: fc.nat(),
  contentSha256: hash,
  rowsRoot: hash,
  counts: fc.record({
    received: count,
    created: count,
    revised: count,
    unchanged: count,
    retracted: count,
    rejected: count,
  }),
  seal: fc.constant(null),
});
const KEY = { alg: "Ed25519", kid: "khóa-1", sealedAt: "2026-11-22T01:02:03.010Z" } as const;

/** The same members in the opposite order. */
function reversed<T>(value: T): T {
  if (Array.isArray(value) || typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, member]: [string, unknown]) => [name, reversed(member)] as const);
  return Object.assign(Object.create(null), Object.fromEntries(members.reverse()));
}

describe("the text under the seal of a receipt", () => {
  it("is the same whatever order the members came in", () => {
    fc.assert(
      fc.property(receipt, (each) => {
        expect(sealedText(reversed(each), reversed(KEY))).toBe(sealedText(each, KEY));
      }),
    );
  });

  it("is what an offline reader gets from the sealed receipt as received", () => {
    fc.assert(
      fc.property(receipt, (each) => {
        const seal = ReceiptSeal.parse({ ...KEY, signature: "c2ln" });
        const received = Receipt.parse(JSON.parse(JSON.stringify({ ...each, seal })));
        expect(received.seal === null ? "" : sealedText(received, received.seal)).toBe(sealedText(each, KEY));
      }),
    );
  });

  it("holds no signature, and every other fact of the receipt and the key", () => {
    fc.assert(
      fc.property(receipt, (each) => {
        const { seal, ...facts } = each;
        expect(seal).toBeNull();
        expect(JSON.parse(sealedText(each, KEY))).toEqual({ ...facts, seal: KEY });
      }),
    );
  });

  it("changes with any of them, so that a seal fits one receipt only", () => {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    const changes: ((it: Receipt) => Partial<Receipt>)[] = [
      (it) => ({ id: `${it.id}x` }),
      (it) => ({ sequence: (it.sequence ?? 0) + 1 }),
      (it) => ({ commitSeq: it.commitSeq + 1 }),
      (it) => ({ rowsRoot: it.contentSha256.replace(/^./, (c) => (c === "0" ? "1" : "0")) }),
      (it) => ({ counts: { ...it.counts, rejected: it.counts.rejected + 1 } }),
    ];
    fc.assert(
      fc.property(receipt, fc.constantFrom(...changes), (each, change) => {
        const signature = sign(null, Buffer.from(sealedText(each, KEY)), privateKey);
        const fits = (it: Receipt, key: typeof KEY = KEY) =>
          verify(null, Buffer.from(sealedText(it, key)), publicKey, signature);
        const altered = { ...each, ...change(each) };
        fc.pre(altered.rowsRoot !== each.rowsRoot || change !== changes[3]);
        expect([fits(each), fits(altered)]).toEqual([true, false]);
        expect(
          verify(
            null,
            Buffer.from(sealedText(each, { ...KEY, sealedAt: "2026-11-23T00:00:00.000Z" })),
            publicKey,
            signature,
          ),
        ).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the codes of row errors", () => {
  it("are the closed list of the contract, which senders' programs rely on", () => {
    const contract =
      "field-unknown field-missing indicator-unknown indicator-not-in-force indicator-derived indicator-not-in-feed " +
      "area-unknown area-not-valid-at-period area-not-in-feed period-malformed period-type-mismatch period-in-future " +
      "period-locked dimension-unknown dimension-missing code-unknown scenario-not-allowed value-not-a-number " +
      "value-missing value-out-of-range value-precision status-unknown status-regression note-required " +
      "duplicate-in-batch nothing-to-retract state-secret-refused";
    expect([...ROW_ERROR_CODES].sort()).toEqual(contract.split(" ").sort());
  });

  it("are the only ones an error may have; rows count from 0, lines from 1", () => {
    const error = { pointer: "/observations/0/value", row: 0, code: "value-missing", detail: "d", detailVi: "đ" };
    const isError = (change: object) => RowError.safeParse({ ...error, ...change }).success;
    expect([isError({}), isError({ line: 1 }), isError({ got: "", nearest: "x" })]).toEqual([true, true, true]);
    expect(
      [{ code: "value-wrong" }, { row: -1 }, { line: 0 }, { row: 0.5 }, { detailVi: undefined }].map(isError),
    ).toEqual(Array.from({ length: 5 }, () => false));
  });
});

describe("a submission inside", () => {
  it("keeps the digits of a decimal text and leaves rules about fields to the rows", () => {
    const rows = [
      { indicator: "không có", area: "", period: "?", value: "0012.3400" },
      { indicator: "a.b", area: "VN", period: "2026", retract: true },
    ];
    expect(Submission.parse({ feed: "f", observations: rows }).observations).toEqual(rows);
  });

  it.each([
    ["no rows at all", { feed: "f" }],
    [
      "a status that SDMX has not",
      { feed: "f", observations: [{ indicator: "a", area: "b", period: "c", status: "X" }] },
    ],
    ["a negative sequence", { feed: "f", sequence: -1, observations: [] }],
  ])("refuses %s", (_, value) => {
    expect(Submission.safeParse(value).success).toBe(false);
  });
});
