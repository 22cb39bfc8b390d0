import { breakdownKey } from "@bochiso/shared/breakdown";
import { guardFormula } from "@bochiso/shared/text";
import type { ObservationJson } from "./observation-json.ts";
import { csvLines, isRetracted, rowsOf, type TablePage } from "./table-page.ts";

/** The columns of `text/csv`, in order: what a submission takes, and what only this system knows. */
export const OBSERVATION_COLUMNS = [
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
  "note",
  "retract",
  "window",
  "baseYear",
] as const;
type Column = (typeof OBSERVATION_COLUMNS)[number];

/**
 * Observations as CSV (RFC 4180, UTF-8 without BOM, values as exact text), in a form that a submission takes as it is. No
 * text starts a formula in a spreadsheet; negative numbers are numbers.
 */
export function observationCsv(page: TablePage): string {
  return csvLines(
    OBSERVATION_COLUMNS,
    rowsOf(page).map((it) => OBSERVATION_COLUMNS.map((column) => cellOf(it, column))),
  );
}

function cellOf(observation: ObservationJson, column: Column): string {
  return column === "value" ? (observation.valueText ?? "") : guardFormula(textOf(observation, column));
}

function textOf(observation: ObservationJson, column: Exclude<Column, "value">): string {
  switch (column) {
    case "breakdown":
      return breakdownKey(observation.breakdown);
    case "coverage":
      return observation.coverage === null ? "" : `${observation.coverage.have}/${observation.coverage.of}`;
    case "flags":
      return observation.flags.join(" ");
    case "retract":
      return isRetracted(observation) ? "true" : "";
    case "window":
      return observation.window === null ? "" : `${observation.window.start}/${observation.window.end}`;
    default:
      return String(observation[column] ?? "");
  }
}
