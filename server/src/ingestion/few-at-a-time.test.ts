import { expect, it } from "vitest";
import { fewAtATime } from "./few-at-a-time.ts";

it("works on few large ones at once, in order, and lets small ones pass; one that fails gives its place back", async () => {
  const begun: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<string>>();
  const run = fewAtATime<string, string>(
    2,
    (name) => name.startsWith("large"),
    (name) => {
      begun.push(name);
      const end = Promise.withResolvers<string>();
      ends.set(name, end);
      return end.promise;
    },
  );
  const results = ["large 1", "large 2", "large 3", "large 4", "small"].map((name) => run(name));
  expect(begun).toEqual(["large 1", "large 2", "small"]);
  ends.get("large 1")?.reject(new Error("refused"));
  await expect(results[0]).rejects.toThrow("refused");
  ends.get("large 2")?.resolve("done");
  await results[1];
  await Promise.resolve();
  expect(begun).toEqual(["large 1", "large 2", "small", "large 3", "large 4"]);
  for (const end of ends.values()) end.resolve("done");
  expect(await Promise.all(results.slice(1))).toEqual(["done", "done", "done", "done"]);
});
