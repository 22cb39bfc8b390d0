import type { DecodedRowFault } from "./decoded-body.ts";

/**
 * Columns of this system's own exports that no submission has: passed over on reading, so that an export can be sent as it
 * is. Which origin a value has is looked at by `computedFault`.
 */
export const EXPORTED_COLUMNS = [
  "origin",
  "missing",
  "error",
  "revision",
  "recordedAt",
  "commitSeq",
  "feed",
  "submission",
  "simulated",
  "coverage",
  "flags",
  "way",
  "areaBasis",
] as const;

/** The fault of an exported row that was computed: read as a reported value it would be passed off as measured. */
export function computedFault(field: string, origin: string): DecodedRowFault | null {
  if (origin === "" || origin === "reported") return null;
  return {
    code: "field-unknown",
    field,
    got: origin,
    expected: "reported",
    reason: {
      vi: "Dòng xuất ra là số hệ thống tính, không gửi lại như số báo cáo; xuất với origin=reported.",
      en: "The exported row was computed and is not sent as a reported value; export with origin=reported.",
    },
  };
}
