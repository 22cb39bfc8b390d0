import { gzipSync } from "node:zlib";
import { DomainError } from "@bochiso/shared/errors";
import { runSteps } from "@bochiso/shared/graph";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodyText, firstLine, type TextPieces } from "./body-text.ts";
import { readCsv } from "./read-csv.ts";
import { readJsonSteps } from "./read-json.ts";

/** A text that comes a few characters at a time, as if bodies were cut at every place there is. */
function inPieces(text: string, size: number): TextPieces {
  const characters = Array.from(text);
  let at = 0;
  return {
    next: (rest) => {
      const piece = characters.slice(at, at + size).join("");
      at = Math.min(at + size, characters.length);
      return rest + piece;
    },
    get isOver() {
      return at === characters.length;
    },
  };
}

function outcomeOf(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.facts, error.text];
    throw error;
  }
}

const json = (pieces: TextPieces) => runSteps(readJsonSteps(pieces, { name: "a", most: 100 }));
const fragments = fc.string({ unit: fc.constantFrom(...Array.from('{}[]":,.0189eE+-\\u \n')), maxLength: 40 });
const sizes = fc.integer({ min: 1, max: 24 });
const WHOLE = 1_000_000;

describe("a text in pieces", () => {
  it("is read as JSON like the whole", () => {
    const text = fc.oneof(
      fc.json({ maxDepth: 4 }).map((list) => `{"b": "ố𝄞\\ud834\\udd1e", "n": -12.50e+3, "a": [${list}, ${list}]}`),
      fc.json({ maxDepth: 4 }),
      fragments.map((it) => `{"a":[1,${it}`),
      fragments,
    );
    fc.assert(
      fc.property(text, sizes, (sent, size) => {
        const whole = outcomeOf(() => json(inPieces(sent, WHOLE)));
        expect(outcomeOf(() => json(inPieces(sent, size)))).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });

  it("is read as CSV like the whole", () => {
    const text = fc.string({ unit: fc.constantFrom("a", '"', '"', ",", "\n", "\r\n", "\r", "ố"), maxLength: 60 });
    fc.assert(
      fc.property(text, sizes, (sent, size) => {
        const whole = outcomeOf(() => [...readCsv(sent, ",")]);
        expect(outcomeOf(() => [...readCsv(inPieces(sent, size), ",")])).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });

  it("reads elements beyond the most, but keeps none of them", () => {
    const read = (text: string) => outcomeOf(() => runSteps(readJsonSteps(inPieces(text, 3), { name: "a", most: 1 })));
    expect(read('{"a":["x","y","z"]}')).toEqual({ a: ["x"] });
    expect(read('{"a":["x","y",z]}')).toMatchObject(["body-malformed", { at: 14 }, {}]);
  });
});

describe("the text of a body", () => {
  const text = "ố𝄞é,a\n".repeat(40_000);

  it("comes whole whatever the places where bytes are divided", () => {
    const bytes = new TextEncoder().encode(`\uFEFF${text}`);
    const pieces = bodyText(bytes);
    let read = "";
    for (let rest = ""; !pieces.isOver; ) {
      const piece = pieces.next(rest);
      expect(piece.isWellFormed()).toBe(true);
      read += piece.slice(0, -7);
      rest = piece.slice(-7);
      if (pieces.isOver) read += rest;
    }
    expect(read).toBe(text);
    expect(firstLine(bytes)).toBe("ố𝄞é,a");
  });

  it("is refused where a byte at its end is no UTF-8", () => {
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xc3])]);
    expect(() => bodyText(bytes)).toThrow(
      expect.objectContaining({ code: "body-malformed", facts: expect.objectContaining({ line: 40_001 }) }),
    );
    expect(() => bodyText(Buffer.from([0x61, 0x0a, 0xff, 0x0a]))).toThrow(
      expect.objectContaining({ text: expect.objectContaining({ en: expect.stringContaining("Line 2:") }) }),
    );
  });

  it("is told to be gzip where the header says nothing of it", () => {
    expect(() => bodyText(gzipSync("[]"))).toThrow(
      expect.objectContaining({ text: expect.objectContaining({ en: expect.stringContaining("Content-Encoding") }) }),
    );
  });
});
