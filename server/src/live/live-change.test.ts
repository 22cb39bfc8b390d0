import { expect, it } from "vitest";
import { liveChanges } from "./live-change.ts";

it("tells what each commit changed, of values and of feeds, and leaves out what no screen shows", () => {
  const entry = (commitSeq: number, topic: string, payload: Readonly<Record<string, unknown>>) => {
    return { commitSeq, position: 0, topic, payload };
  };
  const entries = [
    entry(1, "observations", { changed: { "a.b": ["VN"] } }),
    entry(1, "quality", { changed: { "a.b": ["VN", "01"], "c.d": [] } }),
    entry(1, "feeds", { feeds: ["moh"] }),
    entry(2, "definition-change", { change: "x", state: "ready" }),
    entry(3, "feeds", { feeds: ["moh", "mae"] }),
  ];
  expect(liveChanges(entries)).toEqual([
    { kind: "change", seq: 1, changed: { "a.b": ["VN", "01"], "c.d": [] }, feeds: ["moh"] },
    { kind: "change", seq: 3, changed: {}, feeds: ["moh", "mae"] },
  ]);
});
