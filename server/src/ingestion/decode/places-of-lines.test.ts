import { DomainError } from "@bochiso/shared/errors";
import { runSteps } from "@bochiso/shared/graph";
import { expect, it } from "vitest";
import { decodeSteps } from "./decode-body.ts";

const ENVELOPE = { feed: "mof.customs", sequence: null, sentAt: null, publisher: null, document: null };
const SDMX = "application/vnd.sdmx.data+csv;version=2.0.0";
const LONG = "x".repeat(5_000);

function refusalOf(mediaType: string, lines: readonly string[]): DomainError {
  const body = new TextEncoder().encode(lines.join("\n"));
  try {
    runSteps(decodeSteps({ mediaType, body, envelope: ENVELOPE }, ["ownership"]));
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

const TOO_LONG = { limit: "stringBytes", max: 4_096 };
const ENVELOPE_LINE = '{"feed":"mof.customs"}';
const CSV = ["indicator,area,period,value,note", "trade.export.value,VN,2025-01,1,"];
const SDMX_HEADER =
  "STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,REF_AREA,SCENARIO,TIME_PERIOD,OBS_VALUE,OBS_STATUS,COMMENT_OBS";
const SDMX_ROW = "dataflow,BCS:OBSERVATIONS(1.0),I,trade.export.value,VN,actual,2025-01,1,E,";

it.each([
  ["text/csv", [...CSV, `,,,,${LONG}`], { line: 3, row: 1, pointer: "/1/note" }],
  ["text/csv", [...CSV, ",,,,", `,,,,"a\n${LONG}"`], { line: 4, row: 1, pointer: "/1/note" }],
  ["text/csv", [LONG], { line: 1 }],
  [SDMX, [SDMX_HEADER, SDMX_ROW, `${SDMX_ROW}${LONG}`], { line: 3, row: 1, pointer: "/1/COMMENT_OBS" }],
  [
    "application/x-ndjson",
    [ENVELOPE_LINE, "{}", "", `{"note":"${LONG}"}`],
    { line: 4, row: 1, pointer: "/observations/1/note" },
  ],
  ["application/x-ndjson", [`{"feed":"${LONG}"}`], { line: 1, pointer: "/feed" }],
  [
    "application/json",
    ['{"feed":"a","observations":[', "{},", `{"breakdown":{"ownership":"${LONG}"}}]}`],
    { line: 3, row: 1, pointer: "/observations/1/breakdown/ownership" },
  ],
])("a text too long for %s is told with its row, line and field", (mediaType, lines, place) => {
  const { facts, text } = refusalOf(mediaType, lines);
  const { at: _at, ...told } = facts;
  expect(told).toEqual({ ...TOO_LONG, ...place });
  expect(text.vi.startsWith(`Dòng ${place.line}`)).toBe(true);
});

it("a line that is no JSON is told with its number once", () => {
  const { facts, text } = refusalOf("application/x-ndjson", [ENVELOPE_LINE, "{}", "", '{"value":1,}']);
  expect(facts).toEqual({ at: 11, line: 4, row: 1, pointer: "/observations/1" });
  expect(text.en).toBe('Not valid JSON at character 11 (line 4): "}".');
});
