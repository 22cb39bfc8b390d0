import { describe, expect, it } from "vitest";
import { areaByKey } from "./map-area.ts";

const places = [
  { code: "north", x: 50, y: 0 },
  { code: "west", x: 0, y: 50 },
  { code: "middle", x: 50, y: 50 },
  { code: "east", x: 100, y: 55 },
  { code: "south", x: 45, y: 100 },
];

describe("areaByKey", () => {
  it.each([
    ["ArrowUp", "north"],
    ["ArrowLeft", "west"],
    ["ArrowRight", "east"],
    ["ArrowDown", "south"],
    ["Home", "north"],
    ["End", "south"],
  ])("%s leads from the middle to %s", (key, code) => expect(areaByKey(places, "middle", key)).toBe(code));

  it("stays where there is nothing further", () => expect(areaByKey(places, "north", "ArrowUp")).toBe("north"));
  it("starts at the first place", () => expect(areaByKey(places, null, "ArrowDown")).toBe("north"));
  it("leaves other keys alone", () => expect(areaByKey(places, "middle", "a")).toBeNull());
});
