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

it("does not keep a normal one waiting for ever", () => {
  const queue = createCommandQueue<string>(2);
  queue.add("n1", "normal");
  for (let at = 0; at < 5; at += 1) queue.add(`h${at}`, "high");
  expect([queue.next(), queue.next(), queue.next(), queue.next()]).toEqual(["h0", "h1", "n1", "h2"]);
  queue.add("n2", "normal");
  expect([queue.next(), queue.next(), queue.next()]).toEqual(["h3", "h4", "n2"]);
});
