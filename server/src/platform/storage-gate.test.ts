import { DomainError } from "@bochiso/shared/errors";
import { expect, it } from "vitest";
import { behindGate, createStorageGate } from "./storage-gate.ts";

const text = { vi: "", en: "" };

function gateOver(start: number | null) {
  let free = start;
  const gate = createStorageGate({ floorBytes: 100, freeBytes: () => free });
  const isLowAt = (bytes: number | null): boolean => {
    free = bytes;
    gate.look();
    return gate.isLow();
  };
  return { gate, isLowAt };
}

it("is low below the floor and leaves by itself when twice as much is free", () => {
  const { isLowAt } = gateOver(1_000);
  expect([100, 99, 150, 199, 200, 100].map(isLowAt)).toEqual([false, true, true, true, false, false]);
});

it("lets the next write try where nobody can tell the space", () => {
  const { gate, isLowAt } = gateOver(null);
  gate.noteFull();
  expect(gate.isLow()).toBe(true);
  expect(isLowAt(null)).toBe(false);
});

it("keeps writes back but signs of life, and learns from a write that found no room", async () => {
  const { gate, isLowAt } = gateOver(1_000);
  const done: string[] = [];
  const writer = behindGate(
    {
      execute: (command) => {
        done.push(command.name);
        if (command.name === "recompute-step") return Promise.reject(new DomainError("storage-low", {}, text));
        return Promise.resolve(undefined as never);
      },
      onCommitted: () => () => undefined,
      onCrash: () => () => undefined,
      pending: 0,
      close: () => Promise.resolve(),
    },
    gate,
  );
  const step = () => writer.execute({ name: "recompute-step", input: {} });
  await expect(step()).rejects.toMatchObject({ code: "storage-low" });
  await expect(step()).rejects.toMatchObject({ code: "storage-low" });
  await writer.execute({ name: "record-heartbeat", input: { feed: "a", at: "", details: {} } });
  expect(done).toEqual(["recompute-step", "record-heartbeat"]);
  expect(isLowAt(1_000)).toBe(false);
});
