import { z } from "zod";
import { Receipt, ReceiptCounts } from "../submission/receipt.ts";
import { RowError } from "../submission/row-error.ts";
import { SubmissionWarning } from "./submission-warning.ts";

const members = {
  type: z.string().meta({ examples: ["urn:bochiso:problem:parameter-unknown"] }),
  title: z.string(),
  titleVi: z.string(),
  status: z.int().min(400).max(599),
  code: z
    .string()
    .meta({ description: "From the closed list of the answer.", "x-vi": "Mã lỗi trong danh sách cố định." }),
  detail: z.string().meta({ description: "What is wrong, in English.", "x-vi": "Nội dung lỗi bằng tiếng Anh." }),
  detailVi: z.string().meta({ description: "What is wrong, in Vietnamese.", "x-vi": "Nội dung lỗi bằng tiếng Việt." }),
  instance: z.string().meta({
    description: "The id of the request (`X-Request-Id`), as in the log; quote it when asking.",
    "x-vi": "Mã yêu cầu, dùng khi cần hỗ trợ.",
  }),
};

/** A refused request (RFC 9457). Further members tell facts: `parameter`, `got`, `expected`, `line`, `pointer`, `limit`. */
export const Problem = z.looseObject(members).meta({
  description:
    "A refused request (RFC 9457). Further members tell facts, such as `parameter`, `got`, `expected`, `line`; with 401 `reason` tells who holds the key that it is `key-expired` (`expiredAt`) or `key-revoked` (`revokedAt`).",
  "x-vi": "Yêu cầu bị từ chối; các trường thêm nêu chi tiết.",
});

/** A submission with refused rows. Without `receipt` nothing was stored. */
export const RowsRefusedProblem = z
  .object({
    ...members,
    errors: z.array(RowError).meta({ description: "All faults of all rows, the first 1,000 listed." }),
    errorCount: z.int().min(1),
    receipt: Receipt.nullable().optional().meta({
      description: "With `Prefer: handling=lenient`: the receipt of the rows that were stored.",
      "x-vi": "Khi gửi kiểu lenient: biên nhận của các dòng đã lưu.",
    }),
    signOff: z.literal("required").optional(),
    warnings: z.array(SubmissionWarning).min(1).optional(),
    dryRun: z.literal(true).optional(),
    counts: ReceiptCounts.optional(),
    derived: z.int().optional(),
  })
  .meta({ description: "Rows were refused; all faults are told at once.", "x-vi": "Có dòng bị từ chối; nêu mọi lỗi." });
