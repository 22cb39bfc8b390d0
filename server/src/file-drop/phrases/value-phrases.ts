import { both, type Phrases } from "./phrase.ts";

/** What stands in the cells of values. */
export const VALUE_PHRASES = {
  "unit-differs": {
    severity: "warning",
    text: (got) =>
      both(
        `Đơn vị trong tệp khác đơn vị của chỉ số (${got}); số được hiểu theo đơn vị của chỉ số.`,
        `The unit in the file is not that of the indicator (${got}); the figures are taken in that of the indicator.`,
      ),
    advice: both(
      "Đổi số trong tệp sang đơn vị của chỉ số rồi tải lên lại, nếu chưa đổi.",
      "Convert the figures to the unit of the indicator and drop the file again, if that was not done.",
    ),
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
      "Sửa công thức trong tệp; không có số thì để trống và ghi trạng thái O (thiếu số liệu).",
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
      "Chỉ ghi số; chú thích ghi ở cột Ghi chú. Không có số thì để trống và ghi trạng thái O (thiếu số liệu), M (không thể có số liệu) hoặc L (không thu thập).",
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
} as const satisfies Phrases;
