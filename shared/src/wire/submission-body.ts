import { z } from "zod";
import { ObservationStatus } from "../observation/observation-status.ts";
import { Scenario } from "../observation/scenario.ts";

/** A decimal in digits, as a text keeps it exactly: no thousands separators, a point, no NaN. At most 38 digits count. */
const DECIMAL = /^[+-]?\d+(\.\d*)?([eE][+-]?\d+)?$/;

/** ISO 8601 with its offset. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ format: "date" });

const keyFields = {
  indicator: z
    .string()
    .min(1)
    .meta({
      description: "Code of the indicator, from `/api/v1/catalog/indicators`.",
      "x-vi": "Mã chỉ số trong danh mục.",
      examples: ["trade.export.value"],
    }),
  area: z
    .string()
    .min(1)
    .meta({
      description: "`VN`, a region, or a present province code; a former unit is written `vn63:24`.",
      "x-vi": "Mã địa phương: VN, vùng, mã tỉnh hiện nay; đơn vị trước sáp nhập viết vn63:24.",
      examples: ["VN", "01", "vn63:24"],
    }),
  period: z
    .string()
    .min(1)
    .meta({
      description:
        "`2025`, `2025-S1`, `2025-Q1`, `2025-03`, `2025-W10`, `2025-03-01`; the indicator's own type of period for actual values.",
      "x-vi": "Kỳ dữ liệu, đúng loại kỳ của chỉ số khi là số thực hiện.",
      examples: ["2025-03"],
    }),
  scenario: Scenario.nullish().meta({
    description: "Default `actual`.",
    "x-vi": "Kịch bản; mặc định là số thực hiện.",
  }),
  breakdown: z
    .record(z.string(), z.string())
    .nullish()
    .meta({
      description: "Dimension → code, from `/api/v1/catalog/codelists`; left out means the total.",
      "x-vi": "Phân tổ → mã; bỏ trống là tổng chung.",
      examples: [{ ownership: "FDI" }],
    }),
  note: z.string().nullish().meta({
    description: "Reason of this revision. Required for changing a final value and for a retraction.",
    "x-vi": "Lý do; bắt buộc khi sửa số chính thức hoặc rút số liệu.",
  }),
  classification: z.enum(["public", "internal"]).nullish().meta({
    description: "Anything that marks a State secret is refused and never stored.",
    "x-vi": "Số liệu thuộc bí mật nhà nước bị từ chối, không lưu.",
  }),
  window: z.strictObject({ start: day, end: day }).nullish().meta({
    description: "First and last day the value stands for, where that is not the calendar period.",
    "x-vi": "Ngày đầu và ngày cuối của số liệu khi khác kỳ lịch.",
  }),
  baseYear: z
    .union([z.int().min(1000).max(2999), z.string().regex(/^[12]\d{3}$/)])
    .nullish()
    .meta({ description: "Base year of an index value.", "x-vi": "Năm gốc của chỉ số." }),
  unit: z.string().nullish().meta({
    description:
      "The unit you mean, by code or name. Refused where the indicator has another one; nothing is converted, and it is not part of the row's hash.",
    "x-vi": "Đơn vị của số gửi (mã hoặc tên). Khác đơn vị của chỉ số thì bị từ chối; không tự quy đổi.",
  }),
};
const status = ObservationStatus.nullish().meta({
  description: "SDMX: A final (default), P preliminary, E estimate, F forecast; M, O, L with a null value.",
  "x-vi": "A chính thức (mặc định), P sơ bộ, E ước tính, F dự báo; M, O, L khi giá trị trống.",
});

/** A value of one cell as sent in JSON and NDJSON. What is not listed is refused (`field-unknown`). */
export const ReportedRow = z
  .strictObject({
    ...keyFields,
    value: z.union([z.number(), z.string().regex(DECIMAL), z.null()]).meta({
      description: "A number or the same as a text, kept digit for digit; null needs the status M, O or L.",
      "x-vi": "Số hoặc chuỗi số thập phân, giữ nguyên từng chữ số; để null cần trạng thái M, O hoặc L.",
      examples: [42150.3, "31420.75"],
    }),
    status,
    retract: z.literal(false).nullish(),
  })
  .meta({ description: "A value of one cell.", "x-vi": "Một số liệu." });

/** Takes the stored value of one cell back. */
export const RetractionRow = z
  .strictObject({ ...keyFields, retract: z.literal(true), value: z.null().optional(), status })
  .meta({ description: "Takes the stored value of one cell back.", "x-vi": "Rút số liệu đã gửi." });

/** A row of a submission in JSON. */
export const SubmittedRow = z.union([ReportedRow, RetractionRow]);

const envelope = {
  feed: z.string().meta({ description: "Code of the feed the key belongs to.", "x-vi": "Mã kênh của khóa." }),
  sequence: z.int().min(0).nullish().meta({
    description: "Counts the submissions of the feed, so that a lost one shows as a gap.",
    "x-vi": "Số thứ tự lượt gửi của kênh, để thấy lượt bị thiếu.",
  }),
  sentAt: z
    .string()
    .regex(INSTANT)
    .nullish()
    .meta({
      description: "ISO 8601 with offset.",
      "x-vi": "Thời điểm gửi, có múi giờ.",
      examples: ["2026-11-20T08:00:00+07:00"],
    }),
  source: z
    .strictObject({ publisher: z.string().nullish(), document: z.string().nullish() })
    .nullish()
    .meta({ description: "Who published the figures, in which document.", "x-vi": "Nguồn công bố và văn bản." }),
};

/** First line of an NDJSON body. */
export const SubmissionEnvelope = z
  .strictObject(envelope)
  .meta({ description: "First line of an NDJSON body.", "x-vi": "Dòng đầu của nội dung NDJSON." });

/** The body of a submission in JSON; `maxRows` is the published limit. */
export const submissionBody = (maxRows: number) =>
  z
    .strictObject({ ...envelope, observations: z.array(SubmittedRow).min(1).max(maxRows) })
    .meta({ description: "One submission.", "x-vi": "Một lượt gửi số liệu." });
