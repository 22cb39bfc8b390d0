import { ROWS_PER_STEP } from "../../platform/slices.ts";
import { LIMITS } from "../limits.ts";
import { nearestCode } from "../rules/nearest-code.ts";
import { bodyText, firstLine } from "./body-text.ts";
import { tooLarge } from "./decode-error.ts";
import { noRows } from "./decode-json.ts";
import type { DecodedBody, DecodedRow, Envelope } from "./decoded-body.ts";
import { cellPlace, readCsv, unequalCells } from "./read-csv.ts";
import { codeOf, type SdmxColumns, sdmxColumns, structureFault } from "./sdmx-columns.ts";
import { sdmxFields } from "./sdmx-row.ts";

/** The structure that messages are about: every observation of the system, under one key. */
export const SDMX_STRUCTURE = "BCS:OBSERVATIONS(1.0)";
const STRUCTURES: ReadonlySet<string> = new Set(["dataflow", "datastructure", "dataprovision"]);

/**
 * Decodes SDMX-CSV 1.0 (`DATAFLOW`) and 2.0 (`STRUCTURE`, `STRUCTURE_ID`, `ACTION`); `dimensions` are the ids of breakdown
 * dimensions. Columns that the structure has not are passed over. Source: SDMX-CSV field guide. Throws `body-malformed`
 * with the line, `too-large`.
 */
export function* decodeSdmxCsv(
  body: Uint8Array,
  envelope: Envelope,
  dimensions: Iterable<string>,
): Generator<void, DecodedBody> {
  const text = bodyText(body);
  // The character after the first header term is the delimiter.
  const delimiter = /^(?:STRUCTURE(?:\[[^\]]*\])?|DATAFLOW);/.test(firstLine(body)) ? ";" : ",";
  const rows: DecodedRow[] = [];
  let names: readonly string[] = [];
  const records = readCsv(text, delimiter, (cell) => cellPlace(rows.length, names[cell]));
  const header = records.next();
  if (header.done) throw noRows("");
  names = header.value.cells;
  const columns = sdmxColumns(names, dimensions);
  for (const record of records) {
    const { cells, line } = record;
    if (cells.every((cell) => cell === "")) continue;
    if (rows.length === LIMITS.observations) throw tooLarge("observations");
    if (cells.length !== names.length) throw unequalCells(record, names.length);
    checkStructure(columns, cells, line);
    rows.push({ ...sdmxFields(columns, cells), line });
    if (rows.length % ROWS_PER_STEP === 0) yield;
  }
  if (rows.length === 0) throw noRows("");
  return { envelope, rows, pointers: columns.pointers };
}

function checkStructure({ structure, labelled }: SdmxColumns, cells: readonly string[], line: number): void {
  const kind = structure.kind === null ? "dataflow" : (cells[structure.kind] ?? "");
  const said = cells[structure.id] ?? "";
  const id = labelled ? codeOf(said) : said;
  if (!STRUCTURES.has(kind)) throw structureFault(line, kind, nearestCode(kind, STRUCTURES) ?? "dataflow");
  if (id !== SDMX_STRUCTURE) throw structureFault(line, id, SDMX_STRUCTURE);
}
