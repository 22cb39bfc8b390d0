import { guardFormula } from "@bochiso/shared/text";
import { SDMX_STRUCTURE } from "../../../ingestion/decode/decode-sdmx-csv.ts";
import { componentOf } from "../../../ingestion/decode/sdmx-columns.ts";
import type { ObservationJson } from "./observation-json.ts";
import { csvLines, isRetracted, rowsOf, type TablePage } from "./table-page.ts";

const BEFORE_DIMENSIONS = ["STRUCTURE", "STRUCTURE_ID", "ACTION", "INDICATOR", "REF_AREA", "SCENARIO", "TIME_PERIOD"];
/** Those that begin with `BCS_` stand beside the structure: other systems pass them over. */
const AFTER_DIMENSIONS = [
  "OBS_VALUE",
  "OBS_STATUS",
  "COMMENT_OBS",
  "BASE_YEAR",
  "DATA_WINDOW",
  "BCS_ORIGIN",
  "BCS_REVISION",
  "BCS_COMMIT_SEQ",
  "BCS_RECORDED_AT",
  "BCS_REASON",
];

/**
 * Observations as SDMX-CSV 2.0, in a form that a submission takes as it is: information (I) for what stands now; of a
 * history each revision replaces (R) the one before or takes it back (D). Source: SDMX-CSV 2.0 field guide.
 */
export function observationSdmxCsv(page: TablePage): string {
  const { dimensions, isHistory } = page;
  return csvLines(
    [...BEFORE_DIMENSIONS, ...dimensions.map(componentOf), ...AFTER_DIMENSIONS],
    rowsOf(page).map((it) => [
      "dataflow",
      SDMX_STRUCTURE,
      isRetracted(it) ? "D" : isHistory ? "R" : "I",
      it.indicator,
      it.area,
      it.scenario,
      it.period,
      ...dimensions.map((dimension) => it.breakdown[dimension] ?? "_T"),
      ...contentOf(it),
      it.origin,
      String(it.revision ?? ""),
      String(it.commitSeq),
      it.recordedAt,
      isRetracted(it) ? guardFormula(it.note ?? "") : "",
    ]),
  );
}

/** Measure and attributes; a deletion names neither. A value missing on purpose is written `NaN`. */
function contentOf(observation: ObservationJson): readonly string[] {
  if (isRetracted(observation)) return ["", "", "", "", ""];
  const { valueText, status, note, baseYear, window } = observation;
  return [
    valueText ?? "NaN",
    status ?? "",
    guardFormula(note ?? ""),
    String(baseYear ?? ""),
    window === null ? "" : `${window.start}/${window.end}`,
  ];
}
