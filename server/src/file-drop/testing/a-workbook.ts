import { strToU8, zipSync } from "fflate";

const MAIN = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`;
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Number formats of the cells of a test, by style: general, percent, date, an own percent, an own date. */
const STYLES = `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="170" formatCode="0.0%;[Red]-0.0%"/><numFmt numFmtId="171" formatCode="dd/mm/yyyy"/><numFmt numFmtId="172" formatCode="#,##0.00 &quot;tỷ đồng&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/></cellXfs></styleSheet>`;

/** A sheet of a test: the XML of its rows, and what stands after them. */
export interface TestSheet {
  readonly name: string;
  readonly rows: string;
  readonly after?: string;
  readonly hidden?: boolean;
}

/** An .xlsx file as spreadsheets write it, from raw sheet XML; `more` adds or replaces parts. */
export function aWorkbook(sheets: readonly TestSheet[], more: Readonly<Record<string, string>> = {}): Uint8Array {
  const listed = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${hidden ? ` state="hidden"` : ""} r:id="rId${at + 1}"/>`,
  );
  const relations = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const parts: Record<string, string> = {
    "xl/workbook.xml": `<?xml version="1.0"?><workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${relations.join("")}</Relationships>`,
    "xl/styles.xml": STYLES,
    ...Object.fromEntries(
      sheets.map(({ rows, after = "" }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet ${MAIN}><sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** A row of cells: texts as inline strings, numbers as numbers, raw XML of a cell (`<c …`) as it is; null for none. */
export function row(number: number, cells: readonly (string | number | null)[], attributes = ""): string {
  const written = cells.map((cell, at) => {
    const address = `${String.fromCharCode(65 + at)}${number}`;
    if (cell === null) return "";
    if (typeof cell === "number") return `<c r="${address}"><v>${cell}</v></c>`;
    if (cell.startsWith("<c")) return cell.replace("<c", `<c r="${address}"`);
    return `<c r="${address}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${number}"${attributes}>${written.join("")}</row>`;
}

export const HEADER = ["indicator", "area", "period", "value", "note"] as const;
