import { expect, it } from "vitest";
import { entryPriority } from "./entry-priority.ts";

it("lets a form go ahead of bulk submissions, and no file", () => {
  expect([1, 200, 201, 20_000].map(entryPriority)).toEqual(["high", "high", "normal", "normal"]);
});
