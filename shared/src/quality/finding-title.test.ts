import { expect, it } from "vitest";
import { QUALITY_KIND_WORDS } from "./finding-text.ts";
import { findingTitle } from "./finding-title.ts";
import type { QualityFinding } from "./quality-finding.ts";
import type { QualityCheckKind } from "./quality-rule.ts";

const NOTHING: QualityFinding = { got: null, against: null, min: null, max: null };
const LATE = { dueAt: "2024-10-03T16:59:59.999Z", receivedAt: "2024-10-28T17:00:00.000Z" };

it.each<[QualityCheckKind, Partial<QualityFinding>, string]>([
  ["timeliness", LATE, "Trễ hạn 26 ngày"],
  ["timeliness", { ...LATE, receivedAt: "2024-10-03T18:00:00.000Z" }, "Trễ hạn 1 ngày"],
  ["completeness", { missing: ["VN|d=a", "VN|d=b"], of: 3 }, "Thiếu 2/3 số liệu"],
  ["completeness", { missing: ["VN|"], of: 1 }, "Chưa có số liệu"],
  ["magnitude", { power: 3 }, "Có thể sai đơn vị tính"],
])("the title of a flag of %s %o says the fault: %s", (kind, finding, title) => {
  expect(findingTitle(kind, { ...NOTHING, ...finding }).vi).toBe(title);
});

it("no title of a flag names what should be", () => {
  const kinds = Object.keys(QUALITY_KIND_WORDS) as QualityCheckKind[];
  const titles = kinds.map((kind) => findingTitle(kind, { ...NOTHING, ...LATE }).vi);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(Đúng hạn|Đủ số liệu|Khoảng hợp lý)$/)]));
});
