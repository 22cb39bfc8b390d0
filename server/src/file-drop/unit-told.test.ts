import { expect, it } from "vitest";
import { isOtherUnit } from "./unit-told.ts";

const unit = { vi: "nghìn tấn", en: "thousand tonnes" };

it.each([
  "nghìn tấn",
  "Nghìn  tấn",
  "1000 tấn",
  "1.000 tấn",
  "ngàn tấn",
  "(nghìn tấn)",
  "thousand tonnes",
  "",
  "-",
  '"',
  "-nt-",
])("%s names no other unit", (written) => {
  expect(isOtherUnit(written, unit)).toBe(false);
});

it.each(["tấn", "triệu tấn", "1.000.000 tấn", "nghìn con", "%"])("%s is another unit", (written) => {
  expect(isOtherUnit(written, unit)).toBe(true);
});
