import { breakdownKey } from "@bochiso/shared/breakdown";
import type { ObservationJson } from "./observation-json.ts";

const COLUMNS = [
  "indicator",
  "area",
  "period",
  "breakdown",
  "scenario",
  "origin",
  "value",
  "status",
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

/**
 * Observations as CSV (RFC 4180, UTF-8 without BOM, values as exact text). No cell starts a formula in a spreadsheet:
 * every column holds codes, numbers or instants of ours, and negative numbers are numbers.
 */
export function observationCsv(observations: readonly ObservationJson[]): string {
  const lines = observations.map((it) => COLUMNS.map((column) => cell(columnText(it, column))).join(","));
  return `${[COLUMNS.join(","), ...lines].join("\r\n")}\r\n`;
}

function columnText(observation: ObservationJson, column: (typeof COLUMNS)[number]): string {
  switch (column) {
    case "breakdown":
      return breakdownKey(observation.breakdown);
    case "value":
      return observation.valueText ?? "";
    case "coverage":
      return observation.coverage === null ? "" : `${observation.coverage.have}/${observation.coverage.of}`;
    case "flags":
      return observation.flags.join(" ");
    default:
      return String(observation[column] ?? "");
  }
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
