import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { defaultDataDir, readDataJson, readDataText } from "./read-data.ts";

describe("readDataText", () => {
  it("reads the same file from a URL and from a path with or without a final slash", () => {
    const path = fileURLToPath(defaultDataDir());
    const text = readDataText(defaultDataDir(), "catalog/home.json");
    expect(readDataText(path, "catalog/home.json")).toBe(text);
    expect(readDataText(path.replace(/\/$/, ""), "catalog/home.json")).toBe(text);
    expect(readDataJson(path, "catalog/home.json")).toMatchObject({ defaultMapIndicator: "psq.annual.total" });
  });
});
