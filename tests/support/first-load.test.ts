import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { entryGraph, FIRST_LOAD_BUDGET, totalOf, withClientBuild } from "./first-load.ts";

describe("what a browser loads before the home screen", () => {
  it("stays within the budget with room to spare, and carries neither charts nor a schema library", async () => {
    await withClientBuild(async (dist) => {
      const scripts = await entryGraph(dist);
      // A graph that was not followed would be light for the wrong reason.
      expect(scripts.length).toBeGreaterThan(5);
      expect(scripts.some(({ file }) => file.includes("vendor"))).toBe(true);
      expect(totalOf(scripts), JSON.stringify(scripts)).toBeLessThanOrEqual(FIRST_LOAD_BUDGET - 5_000);
      const texts = await Promise.all(scripts.map(({ file }) => readFile(join(dist, file), "utf8")));
      for (const text of texts) expect(text).not.toContain("ZodError");
      // The control: everything at once would break the budget.
      const all = (await readdir(join(dist, "assets"))).filter((file) => file.endsWith(".js"));
      expect(all.length).toBeGreaterThan(scripts.length);
    });
  });
});
