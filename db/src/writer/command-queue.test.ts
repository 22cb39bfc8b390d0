import { expect, it } from "vitest";
import { createCommandQueue } from "./command-queue.ts";

it("gives high before normal, each in order of arrival", () => {
  const queue = createCommandQueue<string>();
  queue.add("n1", "normal");
  queue.add("h1", "high");
  queue.add("n2", "normal");
  expect(queue.next()).toBe("h1");
  queue.add("h2", "high");
  expect([queue.next(), queue.next(), queue.next(), queue.next()]).toEqual(["h2", "n1", "n2", undefined]);
});
