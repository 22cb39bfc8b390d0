import { parseInstant } from "../period/instant.ts";
import type { Text } from "../text/text.ts";
import type { QualityFinding } from "./quality-finding.ts";
import type { QualityCheckKind } from "./quality-rule.ts";

const DAY_MS = 86_400_000;

const TITLES: Readonly<Record<QualityCheckKind, (finding: QualityFinding) => Text>> = {
  range: () => ({ vi: "Ngoài khoảng hợp lý", en: "Outside the plausible range" }),
  change: () => ({ vi: "Thay đổi bất thường", en: "Unusual change" }),
  magnitude: () => ({ vi: "Có thể sai đơn vị tính", en: "Possibly a slip of the unit" }),
  "sum-of-parts": () => ({ vi: "Tổng lệch với các thành phần", en: "Total differs from its parts" }),
  expression: () => ({ vi: "Không khớp giữa các chỉ số", en: "Indicators do not agree" }),
  completeness: ({ missing = [], of = 0 }) =>
    missing.length === of
      ? { vi: "Chưa có số liệu", en: "No figures" }
      : { vi: `Thiếu ${missing.length}/${of} số liệu`, en: `${missing.length} of ${of} figures missing` },
  timeliness: (finding) => {
    const days = daysLate(finding);
    return { vi: `Trễ hạn ${days} ngày`, en: `${days} ${days === 1 ? "day" : "days"} late` };
  },
};

/** The fault in a few words, as the title of a flag: what is wrong, where the name of the rule says what should be. */
export function findingTitle(kind: QualityCheckKind, finding: QualityFinding): Text {
  return TITLES[kind](finding);
}

/** Days begun between the due moment and the first receiving of a delivery. */
export function daysLate({ dueAt = "", receivedAt = "" }: QualityFinding): number {
  return Math.ceil(((parseInstant(receivedAt) ?? 0) - (parseInstant(dueAt) ?? 0)) / DAY_MS);
}
