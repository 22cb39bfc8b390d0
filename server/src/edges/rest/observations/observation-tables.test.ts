import { describe, expect, it } from "vitest";
import { observationCsv } from "./observation-csv.ts";
import type { ObservationJson } from "./observation-json.ts";
import { observationSdmxCsv } from "./observation-sdmx-csv.ts";

function anObservation(change: Partial<ObservationJson>): ObservationJson {
  return {
    indicator: "trade.balance",
    area: "VN",
    areaBasis: null,
    period: "2025-03" as ObservationJson["period"],
    breakdown: {},
    scenario: "actual",
    origin: "reported",
    value: -1.5,
    valueText: "-1.50",
    status: "E",
    missing: null,
    error: null,
    revision: 1,
    recordedAt: "2025-04-01T00:00:00.000Z",
    commitSeq: 7,
    feed: "mof.customs",
    submission: null,
    simulated: false,
    way: null,
    coverage: null,
    flags: [],
    note: null,
    window: null,
    baseYear: null,
    ...change,
  };
}

const cellsOf = (text: string, line = 1): Record<string, string> => {
  const [header = "", ...lines] = text.trimEnd().split("\r\n");
  const cells = (lines[line - 1] ?? "").split(",");
  return Object.fromEntries(header.split(",").map((name, at) => [name, cells[at] ?? ""]));
};

describe("a table of values", () => {
  const page = (change: Partial<ObservationJson>, isHistory = false) => ({
    observations: [anObservation(change)],
    isHistory,
    dimensions: ["ownership", "enterpriseSize"],
  });

  it("keeps a negative number as it was sent, and guards a note that begins like one", () => {
    const negative = page({ note: "-1 so với trước" });
    expect(cellsOf(observationCsv(negative))).toMatchObject({ value: "-1.50", note: "'-1 so với trước" });
    expect(cellsOf(observationSdmxCsv(negative))).toMatchObject({
      OBS_VALUE: "-1.50",
      COMMENT_OBS: "'-1 so với trước",
    });
  });

  it("names every dimension in SDMX, totals too", () => {
    const sdmx = cellsOf(observationSdmxCsv(page({ breakdown: { ownership: "FDI" } })));
    expect(sdmx).toMatchObject({ ACTION: "I", OWNERSHIP: "FDI", ENTERPRISE_SIZE: "_T", BCS_ORIGIN: "reported" });
  });

  it("writes a value missing on purpose as NaN in SDMX and as nothing in CSV, never as zero", () => {
    const absent = page({ value: null, valueText: null, status: "M", missing: "cannot-exist" });
    expect(cellsOf(observationCsv(absent))).toMatchObject({ value: "", status: "M", retract: "" });
    expect(cellsOf(observationSdmxCsv(absent))).toMatchObject({ OBS_VALUE: "NaN", OBS_STATUS: "M" });
  });

  it("has a value that was taken back in a history alone", () => {
    const taken = { value: null, valueText: null, status: null, missing: "retracted", note: "gửi nhầm" };
    expect(observationCsv(page(taken)).split("\r\n")).toHaveLength(2);
    expect(cellsOf(observationCsv(page(taken, true)))).toMatchObject({ retract: "true", note: "gửi nhầm", value: "" });
    expect(cellsOf(observationSdmxCsv(page(taken, true)))).toMatchObject({
      ACTION: "D",
      OBS_VALUE: "",
      OBS_STATUS: "",
      COMMENT_OBS: "",
      BCS_REASON: "gửi nhầm",
    });
  });
});
