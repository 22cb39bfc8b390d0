import { fileTooLarge } from "../file-error.ts";
import { FILE_LIMITS } from "../file-limits.ts";
import type { CellRange, FileCell, FileTable } from "../table.ts";
import { readAddress, readRange } from "./cell-address.ts";
import { excelDate, excelDecimal } from "./excel-number.ts";
import { scanXml } from "./scan-xml.ts";

/** What the sheets of a file share. `budget` is taken from by each of them. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly kinds: readonly ("number" | "percent" | "date")[];
  readonly is1904: boolean;
  readonly budget: { cells: number };
}

interface OpenCell {
  row: number;
  column: number;
  type: string;
  style: number;
  value: string | null;
  inline: string;
  isFormula: boolean;
}

/** The cells of one sheet. Throws `file-unreadable`, `file-too-large`. */
export function readSheet(xml: string, context: SheetContext): Omit<FileTable, "name" | "hidden"> {
  const rows = new Map<number, Map<number, FileCell>>();
  const merged: CellRange[] = [];
  const hiddenRows = new Set<number>();
  let row = -1;
  let column = -1;
  let cell: OpenCell | null = null;
  let within: "v" | "t" | null = null;
  const opened: Readonly<Record<string, (attribute: (name: string) => string | null) => void>> = {
    row(attribute) {
      const given = Number(attribute("r"));
      row = given >= 1 ? given - 1 : row + 1;
      column = -1;
      if (/^(1|true)$/.test(attribute("hidden") ?? "")) hiddenRows.add(row);
    },
    c(attribute) {
      const at = readAddress(attribute("r") ?? "") ?? { row, column: column + 1 };
      column = at.column;
      const [type, style] = [attribute("t") ?? "n", Number(attribute("s") ?? "0")];
      cell = { ...at, type, style, value: null, inline: "", isFormula: false };
    },
    f() {
      if (cell !== null) cell.isFormula = true;
    },
    v() {
      within = "v";
    },
    t() {
      within = "t";
    },
    mergeCell(attribute) {
      const range = readRange(attribute("ref") ?? "");
      if (range !== null) merged.push(range);
    },
  };
  scanXml(xml, {
    open(name, attribute) {
      if (Object.hasOwn(opened, name)) opened[name]?.(attribute);
    },
    text(text) {
      if (cell === null || within === null) return;
      if (within === "v") cell.value = (cell.value ?? "") + text;
      else cell.inline += text;
    },
    close(name) {
      if (name === "v" || name === "t") within = null;
      if (name !== "c" || cell === null) return;
      keep(rows, cell, context);
      cell = null;
    },
  });
  return { rows, merged, hiddenRows };
}

function keep(rows: Map<number, Map<number, FileCell>>, cell: OpenCell, context: SheetContext): void {
  const content = contentOf(cell, context);
  if (content === null || cell.column >= FILE_LIMITS.columns) return;
  context.budget.cells -= 1;
  if (context.budget.cells < 0) throw tooManyCells();
  const row = rows.get(cell.row);
  const limited = { ...content, text: content.text.slice(0, FILE_LIMITS.textChars) };
  if (row === undefined) rows.set(cell.row, new Map([[cell.column, limited]]));
  else row.set(cell.column, limited);
}

/** Null for an empty cell. */
function contentOf({ type, style, value, inline, isFormula }: OpenCell, context: SheetContext): FileCell | null {
  const formula = isFormula ? { formula: { hasResult: value !== null && value !== "" } } : {};
  if (isFormula && (value === null || value === "")) return { kind: "text", text: "", ...formula };
  if (type === "inlineStr") return textCell(inline, formula);
  if (value === null) return null;
  if (type === "s") return textCell(context.strings[Number(value)] ?? "", formula);
  if (type === "str") return textCell(value, formula);
  if (type === "b") return { kind: "boolean", text: value === "1" ? "TRUE" : "FALSE", ...formula };
  if (type === "e") return { kind: "error", text: value, ...formula };
  if (type === "d") return { kind: "date", text: value.slice(0, 10), ...formula };
  const kind = context.kinds[style] ?? "number";
  const day = kind === "date" ? excelDate(value, context.is1904) : null;
  if (day !== null) return { kind: "date", text: day, ...formula };
  const text = excelDecimal(value, kind === "percent" ? 2 : 0);
  return text === null
    ? textCell(value, formula)
    : { kind: kind === "percent" ? "percent" : "number", text, ...formula };
}

function textCell(text: string, formula: Pick<FileCell, "formula">): FileCell | null {
  const bare = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return bare.trim() === "" ? null : { kind: "text", text: bare, ...formula };
}

function tooManyCells(): Error {
  return fileTooLarge("cells", FILE_LIMITS.cells, {
    vi: `Tệp có hơn ${FILE_LIMITS.cells} ô có nội dung. Tách thành nhiều tệp hoặc gửi qua API.`,
    en: `The file has more than ${FILE_LIMITS.cells} filled cells. Split it, or send it over the API.`,
  });
}
