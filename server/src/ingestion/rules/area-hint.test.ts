import { loadAreas } from "@bochiso/seed/catalogue";
import { describe, expect, it } from "vitest";
import { areaHint } from "./area-hint.ts";

const areas = new Map(loadAreas().map((area) => [String(area.code), area]));
const nearest = (written: string) => areaHint(areas, written, () => "spelt alike").nearest;

describe("what was meant by an unknown area", () => {
  it.each([
    ["1", "01"],
    ["02", "vn63:02"],
    ["Hà Nội", "01"],
    ["Thành phố Hà Nội", "01"],
    ["tỉnh mẫu", "demo:MAU"],
    ["Hanoi?", "spelt alike"],
  ])("%s: %s", (written, code) => {
    expect(nearest(written)).toBe(code);
  });
});
