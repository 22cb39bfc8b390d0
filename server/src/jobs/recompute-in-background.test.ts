import { pino } from "pino";
import { expect, it, vi } from "vitest";
import type { RecomputeProgress } from "../compute/recompute-all.ts";
import type { Services } from "../services.ts";
import { recomputeInBackground } from "./recompute-in-background.ts";

const clock = { now: () => new Date("2027-02-01T00:00:00.000Z") };
const logger = pino({ level: "silent" });
const STEP: RecomputeProgress = { done: false, indicators: 1, of: 2, cells: 10, changed: 3 };

/** A writer that answers one step after the other; an error is a step that failed. */
function writerOf(answers: readonly (RecomputeProgress | Error)[]) {
  const left = [...answers];
  const execute = vi.fn<() => Promise<RecomputeProgress>>(() => {
    const next = left.shift() ?? { ...STEP, done: true };
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  });
  const writer = { execute } as unknown as Services["writer"];
  return { writer, execute };
}

it("goes on after a step that failed, until everything is computed", async () => {
  const { writer, execute } = writerOf([STEP, new Error("busy"), new Error("busy"), STEP]);
  const stop = recomputeInBackground({ writer, logger, clock }, 1);
  await vi.waitFor(() => expect(execute).toHaveBeenCalledTimes(5));
  await stop();
  expect(execute).toHaveBeenCalledTimes(5);
});

it("stops at once while it waits to try again", async () => {
  const { writer, execute } = writerOf([new Error("busy")]);
  const stop = recomputeInBackground({ writer, logger, clock }, 3_600_000);
  await vi.waitFor(() => expect(execute).toHaveBeenCalledTimes(1));
  await stop();
  expect(execute).toHaveBeenCalledTimes(1);
});

it("says once that a server of a newer release computes, and looks again", async () => {
  const held: RecomputeProgress = { done: true, indicators: 0, of: 0, cells: 0, changed: 0, heldBy: 9 };
  const { writer, execute } = writerOf([held, held, held]);
  const warn = vi.spyOn(logger, "warn");
  const stop = recomputeInBackground({ writer, logger, clock }, 1, 1);
  await vi.waitFor(() => expect(execute.mock.calls.length).toBeGreaterThan(3));
  await stop();
  expect(warn).toHaveBeenCalledTimes(1);
});
