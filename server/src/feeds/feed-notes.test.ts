import { describe, expect, it } from "vitest";
import { createFeedNotes, type RefusedRequest } from "./feed-notes.ts";

const NOON = new Date("2026-11-22T05:03:59.000Z");

function aRefusal(content: string): RefusedRequest {
  const text = { vi: "không", en: "no" };
  const nothing = { keyId: null, person: null, idempotencyKey: null, requestId: null, errors: [], errorCount: 0 };
  return { feed: "moh", code: "rows-refused", content, text, at: NOON.toISOString(), ...nothing };
}

describe("notes of feeds", () => {
  it("hold one use of a key in ten minutes, however many requests there are", () => {
    const notes = createFeedNotes();
    for (let n = 0; n < 100; n += 1) notes.keyUsed("k1", null, NOON);
    expect(notes.take().uses).toEqual([{ id: "k1", at: "2026-11-22T05:00:00.000Z" }]);
    notes.keyUsed("k1", null, NOON);
    notes.keyUsed("k2", "2026-11-22T05:00:00.000Z", NOON);
    expect(notes.take().uses).toEqual([]);
    notes.keyUsed("k1", "2026-11-22T05:00:00.000Z", new Date("2026-11-22T05:10:00.000Z"));
    expect(notes.take().uses).toEqual([{ id: "k1", at: "2026-11-22T05:10:00.000Z" }]);
  });

  it("count the same refusal and are bounded", () => {
    const notes = createFeedNotes();
    for (let n = 0; n < 1_000; n += 1) notes.refused(aRefusal(`content ${n % 500}`));
    const { refusals } = notes.take();
    expect(refusals).toHaveLength(200);
    expect(refusals.every(({ times }) => times === 2)).toBe(true);
    expect(notes.take().refusals).toEqual([]);
  });

  it("keep the number of the last of the same requests: it is the one its sender quotes", () => {
    const notes = createFeedNotes();
    for (const requestId of ["r-1", "r-2"]) notes.refused({ ...aRefusal("the same"), requestId });
    expect(notes.take().refusals).toMatchObject([{ requestId: "r-2", times: 2 }]);
  });
});
