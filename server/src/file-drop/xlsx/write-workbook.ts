import { guardFormula } from "@bochiso/shared/text";
import { strToU8, zipSync } from "fflate";
import { cellAddress } from "./cell-address.ts";

/** Looks of a cell, by their place in `STYLES`. */
export type CellStyle = "plain" | "title" | "head" | "soft" | "enter-number" | "enter-text" | "soft-number";

export interface WrittenCell {
  /** Numbers are written as numbers, exact texts of them too. */
  readonly value: string | number | null;
  readonly style: CellStyle;
}

export interface WrittenSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Widths of columns, in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly WrittenCell[])[];
  /** Rows and columns that stay in view, from the top and left. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Only cells to be filled in can be changed, against slips; there is no password. */
  readonly locked: boolean;
  /** A choice offered in a column, from a row on (counted from 0). */
  readonly choice?: {
    readonly column: number;
    readonly first: number;
    readonly last: number;
    readonly of: readonly string[];
  };
}

const STYLES: readonly CellStyle[] = ["plain", "title", "head", "soft", "enter-number", "enter-text", "soft-number"];

const STYLE_SHEET = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.##########"/></numFmts>
<fonts count="4"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><sz val="11"/><color rgb="FF5F6B78"/><name val="Calibri"/></font></fonts>
<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8F0F7"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFBE6"/></patternFill></fill></fills>
<borders count="2"><border/><border><left style="thin"><color rgb="FFC3CAD3"/></left><right style="thin"><color rgb="FFC3CAD3"/></right><top style="thin"><color rgb="FFC3CAD3"/></top><bottom style="thin"><color rgb="FFC3CAD3"/></bottom></border></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="7"><xf numFmtId="49"/><xf fontId="1"/><xf fontId="2" fillId="2" borderId="1" applyAlignment="1"><alignment wrapText="1" vertical="center"/></xf><xf numFmtId="49" fontId="3"/><xf numFmtId="164" fillId="3" borderId="1" applyProtection="1"><protection locked="0"/></xf><xf numFmtId="49" fillId="3" borderId="1" applyProtection="1"><protection locked="0"/></xf><xf numFmtId="164" fontId="3"/></cellXfs>
</styleSheet>`;

const XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const MAIN = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`;
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** The same content gives the same bytes. */
const MOMENT = new Date(1980, 0, 1, 12);

/** An .xlsx file of some sheets. Text that a spreadsheet would run once it is typed again or saved as CSV is guarded. */
export function writeWorkbook(sheets: readonly WrittenSheet[]): Uint8Array {
  const part = (text: string): [Uint8Array, { mtime: Date }] => [strToU8(XML + text), { mtime: MOMENT }];
  const overrides = sheets.map(
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>`,
  );
  const listed = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${hidden ? ` state="hidden"` : ""} r:id="rId${at + 1}"/>`,
  );
  const relations = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return zipSync({
    "[Content_Types].xml": part(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/>${overrides.join("")}</Types>`,
    ),
    "_rels/.rels": part(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": part(`<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${listed.join("")}</sheets></workbook>`),
    "xl/_rels/workbook.xml.rels": part(
      `<Relationships xmlns="${PACKAGE}/relationships">${relations.join("")}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ),
    "xl/styles.xml": part(STYLE_SHEET),
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, part(sheetXml(sheet))])),
  });
}

function sheetXml({ widths, rows, frozen, locked, choice }: WrittenSheet): string {
  const pane =
    frozen === undefined
      ? ""
      : `<sheetViews><sheetView workbookViewId="0"><pane xSplit="${frozen.columns}" ySplit="${frozen.rows}" topLeftCell="${cellAddress(frozen.rows, frozen.columns)}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>`;
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const body = rows.map(
    (cells, row) => `<row r="${row + 1}">${cells.map((cell, at) => cellXml(cell, row, at)).join("")}</row>`,
  );
  const protection = locked
    ? `<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>`
    : "";
  return `<worksheet ${MAIN}>${pane}<cols>${columns.join("")}</cols><sheetData>${body.join("")}</sheetData>${protection}${choiceXml(choice)}</worksheet>`;
}

function choiceXml(choice: WrittenSheet["choice"]): string {
  if (choice === undefined) return "";
  const { column, first, last, of } = choice;
  const range = `${cellAddress(first, column)}:${cellAddress(last, column)}`;
  return `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${range}"><formula1>"${escapeXml(of.join(","))}"</formula1></dataValidation></dataValidations>`;
}

function cellXml({ value, style }: WrittenCell, row: number, column: number): string {
  const at = `r="${cellAddress(row, column)}" s="${STYLES.indexOf(style)}"`;
  if (value === null || value === "") return `<c ${at}/>`;
  if (typeof value === "number") return `<c ${at}><v>${value}</v></c>`;
  return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escapeXml(guardFormula(value))}</t></is></c>`;
}

/** Characters that XML cannot hold are left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
