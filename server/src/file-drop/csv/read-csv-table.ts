import { readCsv } from "../../ingestion/decode/read-csv.ts";
import { fileTooLarge, fileUnreadable } from "../file-error.ts";
import { FILE_LIMITS } from "../file-limits.ts";
import type { FileCell, FileTable } from "../table.ts";

type Delimiter = "," | ";" | "\t";
const DELIMITERS: readonly Delimiter[] = [";", ",", "\t"];
/** Lines looked at for the delimiter: titles stand above a table. */
const LOOKED_AT = 30;

/**
 * A CSV file as a table; the cells are parted by what most lines near the top have most of. UTF-8, or UTF-16 with a mark as
 * Excel saves "Unicode text". Throws `file-unreadable`, `file-too-large`, `body-malformed` with the line.
 */
export function readCsvTable(bytes: Uint8Array): FileTable {
  const text = decode(bytes);
  const delimiter = delimiterOf(text);
  const rows = new Map<number, Map<number, FileCell>>();
  let cells = 0;
  for (const { cells: texts, line } of readCsv(text, delimiter)) {
    const row = new Map<number, FileCell>();
    for (const [column, cell] of texts.entries()) {
      if (cell.trim() !== "" && column < FILE_LIMITS.columns) row.set(column, { kind: "text", text: cell });
    }
    cells += row.size;
    if (cells > FILE_LIMITS.cells) throw tooManyCells();
    if (row.size > 0) rows.set(line - 1, row);
  }
  return { name: "", hidden: false, rows, merged: [], hiddenRows: new Set() };
}

function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw fileUnreadable({
      vi: "Tệp CSV không dùng mã UTF-8 (chữ Việt sẽ bị sai). Trong Excel chọn Lưu thành “CSV UTF-8”.",
      en: "The CSV file is not in UTF-8 (Vietnamese letters would be wrong). In Excel choose Save as “CSV UTF-8”.",
    });
  }
  if (!text.includes("\u0000")) return text;
  throw fileUnreadable({
    vi: "Đây không phải tệp văn bản CSV. Lưu lại dạng “CSV UTF-8” hoặc .xlsx.",
    en: "This is not a CSV text. Save it as “CSV UTF-8” or .xlsx.",
  });
}

function delimiterOf(text: string): Delimiter {
  const lines = text.split("\n", LOOKED_AT).map((line) => line.replace(/"[^"]*"/g, ""));
  const widest = (delimiter: Delimiter): number =>
    Math.max(0, ...lines.map((line) => line.split(delimiter).length - 1));
  return DELIMITERS.reduce((best, each) => (widest(each) > widest(best) ? each : best));
}

function tooManyCells(): Error {
  return fileTooLarge("cells", FILE_LIMITS.cells, {
    vi: `Tệp có hơn ${FILE_LIMITS.cells} ô có nội dung. Tách thành nhiều tệp hoặc gửi qua API.`,
    en: `The file has more than ${FILE_LIMITS.cells} filled cells. Split it, or send it over the API.`,
  });
}
