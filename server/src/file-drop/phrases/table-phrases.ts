import { columnWords } from "../column-names.ts";
import { both, type Phrases } from "./phrase.ts";

/** How a file is laid out, and what its lines name. */
export const TABLE_PHRASES = {
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
  "hidden-rows": {
    severity: "warning",
    text: (got) => both(`${got} dòng ẩn có số liệu và vẫn được đọc.`, `${got} hidden rows hold figures and are read.`),
    advice: both(
      "Nếu không định gửi, xóa các dòng ẩn rồi tải lên lại.",
      "If they are not meant to be sent, delete them and drop the file again.",
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
  footnote: {
    severity: "info",
    text: (got) => both(`Dòng chú thích, không phải số liệu: “${got}”.`, `A footnote, no figures: “${got}”.`),
    advice: both(
      "Nội dung cần giữ thì chép vào cột Ghi chú của dòng liên quan.",
      "What should be kept belongs into the note of its line.",
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
  "status-in-note": {
    severity: "info",
    text: (got) =>
      both(
        `${got} dòng ghi “ước” hoặc “sơ bộ” ở cột Ghi chú; đã hiểu là trạng thái của số.`,
        `${got} lines say "estimated" or "preliminary" in their note; that is read as the status of the figure.`,
      ),
    advice: both(
      "Kiểm tra trạng thái ở bảng xem trước; khác thì ghi vào cột Trạng thái.",
      "Check the status in the preview; where it is another, write it in a column of statuses.",
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
  "date-as-period": {
    severity: "warning",
    text: (got) => both(`Kỳ ghi bằng ô ngày tháng; đã hiểu là ${got}.`, `The period is a date cell; read as ${got}.`),
    advice: both(
      "Kiểm tra kỳ ở bảng xem trước; nên ghi kỳ dạng chữ như 2026-10.",
      "Check the period in the preview; better write it as text, such as 2026-10.",
    ),
  },
} as const satisfies Phrases;
