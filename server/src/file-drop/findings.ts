import type { FileFinding, FileFindingCode } from "@bochiso/shared/entry";
import type { Text } from "@bochiso/shared/text";
import { columnWords } from "./column-names.ts";
import { FILE_LIMITS } from "./file-limits.ts";

type Severity = FileFinding["severity"];

interface Phrase {
  readonly severity: Severity;
  /** `got` is what stands in the cell, or what else there is to name. */
  readonly text: (got: string) => Text;
  readonly advice: Text;
}

const both = (vi: string, en: string): Text => ({ vi, en });

/** What each finding says and advises. */
const PHRASES: Readonly<Record<FileFindingCode, Phrase>> = {
  "no-table": {
    severity: "error",
    text: (got) =>
      both(
        `Không tìm thấy bảng số liệu: thiếu cột ${columnWords(got).vi}.`,
        `No table of figures was found: missing ${columnWords(got).en}.`,
      ),
    advice: both(
      "Tải mẫu của kênh rồi điền vào cột Giá trị. Hoặc trong bảng của bạn, đặt một dòng tiêu đề có bốn cột “Mã chỉ số” (hoặc “Chỉ tiêu”), “Mã địa phương” (hoặc “Địa phương”), “Kỳ”, “Giá trị”; mỗi số một dòng, ghi mã hoặc đúng tên như hệ thống hiển thị.",
      "Download the template of the feed and fill in its values. Or give your table one header row with the four columns indicator, area, period and value: one figure a line, by codes or by names as the system shows them.",
    ),
  },
  "sheet-skipped": {
    severity: "info",
    text: (got) =>
      both(
        `Trang tính này không có bảng số liệu (thiếu cột ${columnWords(got).vi}).`,
        `This sheet has no table of figures (missing ${columnWords(got).en}).`,
      ),
    advice: both("Không cần làm gì nếu trang này chỉ để xem.", "Nothing to do if the sheet is only for reading."),
  },
  "sheet-hidden": {
    severity: "warning",
    text: () =>
      both(
        "Trang tính này đang ẩn nhưng có bảng số liệu và vẫn được đọc.",
        "This sheet is hidden, yet holds a table and is read.",
      ),
    advice: both(
      "Nếu không định gửi, xóa trang ẩn rồi tải lên lại.",
      "If it is not meant to be sent, delete it and drop the file again.",
    ),
  },
  "sheet-not-chosen": {
    severity: "info",
    text: () =>
      both("Chỉ đọc trang tính đã chọn; trang này không đọc.", "Only the chosen sheet is read, not this one."),
    advice: both(
      "Cần số liệu của trang này thì tải tệp lên lần nữa và chọn nó.",
      "If its figures are wanted, drop the file once more and choose it.",
    ),
  },
  "line-without-value": {
    severity: "info",
    text: (got) => both(`Dòng không có giá trị, không đọc: “${got}”.`, `A line without a value is not read: “${got}”.`),
    advice: both(
      "Đề mục và chú thích thì không cần làm gì; nếu là số còn thiếu, ghi giá trị hoặc trạng thái O.",
      "Nothing to do for headings and footnotes; where a figure is missing, give it or the status O.",
    ),
  },
  "columns-ignored": {
    severity: "info",
    text: (got) =>
      both(`Cột “${got}” không có trong mẫu nên không đọc.`, `The column “${got}” is unknown and is not read.`),
    advice: both(
      "Nếu là phân tổ, đặt tên cột theo mã của phân tổ.",
      "If it is a breakdown, name the column by the code of its dimension.",
    ),
  },
  "header-merged": {
    severity: "warning",
    text: (got) =>
      both(
        `Ô tiêu đề bị gộp (${got}); chỉ cột đầu của vùng gộp có tên.`,
        `Header cells are merged (${got}); only the first column has a name.`,
      ),
    advice: both("Bỏ gộp ô tiêu đề và đặt tên từng cột.", "Unmerge the header and name every column."),
  },
  "value-merged": {
    severity: "error",
    text: (got) =>
      both(
        `Ô giá trị bị gộp với ô khác (${got}) nên không rõ thuộc dòng nào.`,
        `A merged value cell (${got}): which line it belongs to is unclear.`,
      ),
    advice: both("Bỏ gộp ô và ghi giá trị vào từng dòng.", "Unmerge it and write the value into each line."),
  },
  footnote: {
    severity: "info",
    text: (got) => both(`Dòng chú thích, không phải số liệu: “${got}”.`, `A footnote, no figures: “${got}”.`),
    advice: both(
      "Nội dung cần giữ thì chép vào cột Ghi chú của dòng liên quan.",
      "What should be kept belongs into the note of its line.",
    ),
  },
  formula: {
    severity: "info",
    text: (got) =>
      both(
        `${got} ô giá trị là công thức; đọc kết quả mà tệp đang lưu.`,
        `${got} value cells are formulas; the results stored in the file are read.`,
      ),
    advice: both(
      "Kiểm tra kết quả đã được tính lại trước khi lưu tệp.",
      "Make sure that they were recalculated before the file was saved.",
    ),
  },
  "formula-without-result": {
    severity: "error",
    text: () => both("Ô là công thức nhưng tệp không lưu kết quả.", "The cell is a formula without a stored result."),
    advice: both(
      "Mở tệp bằng Excel để tính lại rồi lưu, hoặc dán thành giá trị.",
      "Open the file in Excel and save it, or paste the value.",
    ),
  },
  "error-cell": {
    severity: "error",
    text: (got) => both(`Ô đang báo lỗi ${got}.`, `The cell holds the error ${got}.`),
    advice: both(
      "Sửa công thức trong tệp; không có số thì để trống và ghi trạng thái O.",
      "Mend the formula; where there is no figure leave it empty with status O.",
    ),
  },
  "date-as-value": {
    severity: "error",
    text: (got) =>
      both(`Ô giá trị được định dạng ngày tháng (${got}).`, `The value cell is formatted as a date (${got}).`),
    advice: both(
      "Đổi định dạng ô sang Số rồi nhập lại giá trị.",
      "Format the cell as a number and enter the value again.",
    ),
  },
  "date-as-period": {
    severity: "warning",
    text: (got) => both(`Kỳ ghi bằng ô ngày tháng; đã hiểu là ${got}.`, `The period is a date cell; read as ${got}.`),
    advice: both(
      "Kiểm tra kỳ ở bảng xem trước; nên ghi kỳ dạng chữ như 2026-10.",
      "Check the period in the preview; better write it as text, such as 2026-10.",
    ),
  },
  "percent-cell": {
    severity: "info",
    text: (got) =>
      both(
        `${got} ô định dạng phần trăm; 8,3% được đọc là 8,3.`,
        `${got} cells are formatted as percent; 8.3% is read as 8.3.`,
      ),
    advice: both("Kiểm tra giá trị ở bảng xem trước.", "Check the values in the preview."),
  },
  "percent-elsewhere": {
    severity: "error",
    text: (got) =>
      both(
        `Ô ghi ${got}% nhưng chỉ số không tính bằng %.`,
        `The cell says ${got}%, yet the indicator is not in percent.`,
      ),
    advice: both(
      "Nhập giá trị theo đơn vị của chỉ số, định dạng ô là Số.",
      "Enter it in the unit of the indicator, formatted as a number.",
    ),
  },
  "boolean-cell": {
    severity: "error",
    text: (got) =>
      both(`Ô giá trị là đúng/sai (${got}), không phải số.`, `The value cell is true or false (${got}), no number.`),
    advice: both("Nhập số vào ô.", "Enter a number."),
  },
  "number-ambiguous": {
    severity: "error",
    text: (got) =>
      both(
        `“${got}” có thể hiểu hai cách: hàng nghìn hay thập phân.`,
        `“${got}” has two meanings: thousands or decimals.`,
      ),
    advice: both(
      "Trả lời câu hỏi về dấu ở đầu trang, hoặc định dạng cột Giá trị là Số trong Excel rồi tải lại.",
      "Answer the question about the mark above, or format the column as numbers in Excel and drop the file again.",
    ),
  },
  "number-malformed": {
    severity: "error",
    text: (got) => both(`“${got}” không phải là số.`, `“${got}” is no number.`),
    advice: both(
      "Chỉ ghi số; chú thích ghi ở cột Ghi chú. Không có số thì để trống và ghi trạng thái O (thiếu), M hoặc L.",
      "Write the number alone; remarks belong into the note. Without a figure leave it empty with status O, M or L.",
    ),
  },
  "decimal-mark": {
    severity: "warning",
    text: (got) =>
      both(
        `Theo các ô khác trong cột, dấu thập phân là “${got}”; các số như 1.234 được hiểu theo đó.`,
        `By the other cells of the column the decimal mark is “${got}”; numbers such as 1.234 are read so.`,
      ),
    advice: both("Kiểm tra giá trị ở bảng xem trước.", "Check the values in the preview."),
  },
  "hidden-rows": {
    severity: "warning",
    text: (got) => both(`${got} dòng ẩn có số liệu và vẫn được đọc.`, `${got} hidden rows hold figures and are read.`),
    advice: both(
      "Nếu không định gửi, xóa các dòng ẩn rồi tải lên lại.",
      "If they are not meant to be sent, delete them and drop the file again.",
    ),
  },
  "names-read": {
    severity: "info",
    text: (got) =>
      both(
        `${got} dòng ghi tên chỉ số, tên địa phương hoặc kỳ bằng chữ; đã hiểu theo tên hệ thống đang dùng.`,
        `${got} lines name the indicator, the area or the period in words; they are read by the names in use here.`,
      ),
    advice: both(
      "Kiểm tra chỉ số, địa phương và kỳ ở bảng xem trước.",
      "Check indicator, area and period in the preview.",
    ),
  },
  "filled-down": {
    severity: "info",
    text: (got) =>
      both(
        `${got} ô thuộc vùng gộp; lấy nội dung của ô đầu vùng.`,
        `${got} cells are in merged ranges; the content of the first cell is taken.`,
      ),
    advice: both(
      "Kiểm tra mã chỉ số, địa phương, kỳ ở bảng xem trước.",
      "Check indicator, area and period in the preview.",
    ),
  },
  "area-padded": {
    severity: "info",
    text: (got) =>
      both(
        `${got} mã địa phương bị Excel bỏ số 0 ở đầu; đã thêm lại (1 → 01).`,
        `${got} area codes lost their leading zero in Excel; it was put back (1 → 01).`,
      ),
    advice: both("Nên định dạng cột mã địa phương là Văn bản.", "Better format the column of area codes as text."),
  },
  "template-feed": {
    severity: "error",
    text: (got) =>
      both(
        `Mẫu này là của kênh “${got}”, không phải kênh đang mở; không đọc.`,
        `This is the template of the feed “${got}”, not of the one open; it is not read.`,
      ),
    advice: both(
      "Mở đúng kênh rồi tải lên, hoặc tải mẫu của kênh này.",
      "Open that feed, or download the template of this one.",
    ),
  },
  "template-period": {
    severity: "error",
    text: (got) =>
      both(`Dòng ghi kỳ “${got}” khác kỳ của mẫu.`, `The line says “${got}”, another period than the template.`),
    advice: both(
      "Không sửa cột Kỳ; tải mẫu của kỳ cần nhập.",
      "Leave the period as it is; download the template of the period wanted.",
    ),
  },
  "template-version": {
    severity: "error",
    text: (got) =>
      both(`Phiên bản mẫu “${got}” không còn dùng.`, `The template version “${got}” is not in use any more.`),
    advice: both("Tải mẫu mới và chép giá trị sang.", "Download the new template and copy the values over."),
  },
  "template-empty": {
    severity: "warning",
    text: () => both("Mẫu chưa có giá trị nào.", "No value is filled in."),
    advice: both(
      "Điền cột Giá trị, hoặc cột Trạng thái với O, M, L cho ô không có số.",
      "Fill in values, or the status O, M or L where there is none.",
    ),
  },
  "template-changed": {
    severity: "warning",
    text: (got) => both(`${got} dòng không có trong mẫu gốc.`, `${got} lines are not of the template.`),
    advice: both(
      "Kiểm tra mã chỉ số, địa phương và phân tổ ở bảng xem trước.",
      "Check indicator, area and breakdown in the preview.",
    ),
  },
};

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
/** What a cell says is quoted up to here. */
const QUOTED = 80;

/** Collects findings: all are counted, the first ones listed, errors first. */
export class Findings {
  readonly #all: FileFinding[] = [];
  #errors = 0;

  add(code: FileFindingCode, place: string | null, got = ""): void {
    const { severity, text, advice } = PHRASES[code];
    if (severity === "error") this.#errors += 1;
    const quoted = got.length > QUOTED ? `${got.slice(0, QUOTED)}…` : got;
    this.#all.push({ severity, code, place, text: text(quoted), advice });
  }

  get errorCount(): number {
    return this.#errors;
  }

  get count(): number {
    return this.#all.length;
  }

  listed(): FileFinding[] {
    return this.#all.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]).slice(0, FILE_LIMITS.findings);
  }
}
