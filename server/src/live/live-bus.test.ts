import type { LiveChange, LiveEvent } from "@bochiso/shared/screen";
import { describe, expect, it } from "vitest";
import { createLiveBus } from "./live-bus.ts";

function changes(first: number, last: number): LiveChange[] {
  return Array.from(
    { length: last - first + 1 },
    (_, at) => ({ kind: "change", seq: first + at, changed: {} }) as const,
  );
}

const seqs = (events: readonly LiveEvent[]): number[] => events.map((it) => it.seq);

describe("an inbox", () => {
  it("gives what came since it was last emptied", () => {
    const bus = createLiveBus(4);
    const inbox = bus.subscribe();
    bus.publish(changes(5, 6), 6);
    bus.publish(changes(7, 7), 7);
    const taken = inbox.take();
    expect([seqs(taken.changes), taken.overflowed]).toEqual([[5, 6, 7], false]);
    expect(inbox.take()).toEqual({ changes: [], overflowed: false });
  });

  it("gives nothing that came after a gap until the gap was told", () => {
    const bus = createLiveBus();
    const inbox = bus.subscribe();
    bus.publish(changes(1, 1_000), 1_000);
    bus.publish(changes(1_001, 1_001), 1_001);
    bus.publish(changes(1_002, 1_003), 1_003);
    expect(inbox.take()).toEqual({ changes: [], overflowed: true });
    expect(bus.head()).toBe(1_003);
    bus.publish(changes(1_004, 1_004), 1_004);
    const taken = inbox.take();
    expect([seqs(taken.changes), taken.overflowed]).toEqual([[1_004], false]);
  });
});
