import { fileTooLarge, fileUnreadable } from "../file-error.ts";
import { FILE_LIMITS } from "../file-limits.ts";
import type { FileTable } from "../table.ts";
import { builtInKind, formatKind } from "./excel-number.ts";
import { inflateWithin } from "./inflate-within.ts";
import { readSheet, type SheetContext } from "./read-sheet.ts";
import { scanXml } from "./scan-xml.ts";

const WANTED = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|styles\.xml|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/;

/** The sheets of an .xlsx file, in their order. Throws `file-unreadable`, `file-too-large`. */
export function readWorkbook(archive: Uint8Array): FileTable[] {
  const parts = inflateWithin(archive, (name) => WANTED.test(name.replace(/^\//, "")));
  const text = (name: string): string | null => {
    const bytes = parts.get(name) ?? parts.get(`/${name}`);
    return bytes === undefined ? null : new TextDecoder("utf-8").decode(bytes);
  };
  const workbook = text("xl/workbook.xml");
  if (workbook === null) throw notWorkbook();
  const { sheets, is1904 } = readSheetList(workbook);
  if (sheets.length > FILE_LIMITS.sheets) throw tooManySheets();
  const targets = readTargets(text("xl/_rels/workbook.xml.rels") ?? "");
  const context: SheetContext = {
    strings: readStrings(text("xl/sharedStrings.xml") ?? ""),
    kinds: readKinds(text("xl/styles.xml") ?? ""),
    is1904,
    budget: { cells: FILE_LIMITS.cells },
  };
  return sheets.flatMap(({ name, relation, hidden }) => {
    const xml = text(targets.get(relation) ?? "");
    return xml === null ? [] : [{ name, hidden, ...readSheet(xml, context) }];
  });
}

interface ListedSheet {
  readonly name: string;
  readonly relation: string;
  readonly hidden: boolean;
}

function readSheetList(xml: string): { sheets: ListedSheet[]; is1904: boolean } {
  const sheets: ListedSheet[] = [];
  let is1904 = false;
  scanXml(xml, {
    open(name, attribute) {
      if (name === "workbookPr") is1904 = /^(1|true)$/.test(attribute("date1904") ?? "");
      if (name !== "sheet") return;
      const hidden = /^(hidden|veryHidden)$/.test(attribute("state") ?? "");
      sheets.push({ name: attribute("name") ?? "", relation: attribute("id") ?? "", hidden });
    },
  });
  return { sheets, is1904 };
}

/** Relation → part, such as `xl/worksheets/sheet1.xml`. */
function readTargets(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  scanXml(xml, {
    open(name, attribute) {
      if (name !== "Relationship") return;
      const target = attribute("Target") ?? "";
      targets.set(attribute("Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    },
  });
  return targets;
}

/** Shared texts; readings above characters (`rPh`) are no part of them. */
function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let current = "";
  let inText = false;
  let phonetic = 0;
  scanXml(xml, {
    open(name) {
      if (name === "si") current = "";
      if (name === "rPh") phonetic += 1;
      inText = name === "t" && phonetic === 0;
    },
    close(name) {
      if (name === "rPh") phonetic -= 1;
      if (name === "t") inText = false;
      if (name === "si") strings.push(current);
    },
    text(text) {
      if (inText) current += text;
    },
  });
  return strings;
}

/** How cells of each style show their numbers. */
function readKinds(xml: string): ReturnType<typeof builtInKind>[] {
  const own = new Map<number, string>();
  const kinds: ReturnType<typeof builtInKind>[] = [];
  let inCellFormats = false;
  scanXml(xml, {
    open(name, attribute) {
      if (name === "numFmt") own.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
      if (name === "cellXfs") inCellFormats = true;
      if (name !== "xf" || !inCellFormats) return;
      const id = Number(attribute("numFmtId") ?? "0");
      const code = own.get(id);
      kinds.push(code === undefined ? builtInKind(id) : formatKind(code));
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
  });
  return kinds;
}

function notWorkbook(): Error {
  return fileUnreadable({
    vi: "Tệp nén này không phải bảng tính .xlsx (có thể là .ods, .docx hoặc .zip). Lưu lại dạng .xlsx hoặc CSV.",
    en: "This archive is no .xlsx spreadsheet (it may be .ods, .docx or .zip). Save it as .xlsx or CSV.",
  });
}

function tooManySheets(): Error {
  return fileTooLarge("sheets", FILE_LIMITS.sheets, {
    vi: `Tệp có hơn ${FILE_LIMITS.sheets} trang tính. Chỉ giữ lại trang có số liệu.`,
    en: `The file has more than ${FILE_LIMITS.sheets} sheets. Keep only those with figures.`,
  });
}
