import { z } from "zod";
import { Approver } from "../feed/approver.ts";
import { ObservationStatus } from "../observation/observation-status.ts";
import { Scenario } from "../observation/scenario.ts";
import { Receipt, ReceiptCounts } from "../submission/receipt.ts";
import { RowError } from "../submission/row-error.ts";
import { RowsRefusedProblem } from "./problem.ts";
import { SubmissionWarning } from "./submission-warning.ts";

const signOff = z.literal("required").optional().meta({
  description: "The values count once a named person approved them.",
  "x-vi": "Số liệu chờ người có thẩm quyền duyệt.",
});

const warnings = z.array(SubmissionWarning).min(1).optional();

/** 201, or 200 where the same request came before: every row is stored. */
export const AcceptedSubmission = z
  .object({ receipt: Receipt, errors: z.array(RowError).max(0), errorCount: z.literal(0), signOff, warnings })
  .meta({ description: "Every row is on disk and covered by the receipt.", "x-vi": "Mọi dòng đã lưu, có biên nhận." });

/** What a dry run without a fault answers. */
export const CheckedSubmission = z
  .object({
    dryRun: z.literal(true),
    receipt: z.null(),
    counts: ReceiptCounts,
    derived: z.int().meta({ description: "Computed cells that would change.", "x-vi": "Số ô tính lại sẽ thay đổi." }),
    errors: z.array(RowError).max(0),
    errorCount: z.literal(0),
    warnings,
  })
  .meta({ description: "What the same request would do; nothing is stored.", "x-vi": "Kết quả kiểm tra thử." });

const approval = z
  .object({
    state: z.enum(["pending", "approved", "returned"]),
    at: z.string().nullable(),
    by: Approver.nullable(),
    note: z.string().nullable(),
    commitSeq: z.int().nullable(),
    counts: ReceiptCounts.nullable(),
  })
  .nullable()
  .meta({ description: "Sign-off; null where none is asked for.", "x-vi": "Tình trạng phê duyệt." });

const heldObservation = z.object({
  indicator: z.string(),
  area: z.string(),
  period: z.string(),
  breakdown: z.record(z.string(), z.string()),
  scenario: Scenario,
  value: z.string().nullable(),
  status: ObservationStatus,
  note: z.string().nullable(),
  retract: z.boolean(),
  window: z.object({ start: z.string(), end: z.string() }).nullable(),
  baseYear: z.int().nullable(),
});

const lookup = {
  receipt: Receipt,
  signOff,
  warnings,
  source: z.object({ publisher: z.string().nullable(), document: z.string().nullable() }),
  sentAt: z.string().nullable(),
  approval,
  rows: z.array(
    z.object({
      row: z.int(),
      outcome: z.enum(["created", "revised", "unchanged", "retracted", "rejected"]),
      observation: heldObservation.optional().meta({
        description:
          "Of a submission that waits for sign-off, or was returned in the last 400 days: the row, to its own feed only.",
        "x-vi": "Dòng đang chờ duyệt hoặc bị trả lại trong 400 ngày qua; chỉ kênh gửi đọc được.",
      }),
    }),
  ),
};

/** A submission read again: its answer and what became of each row. Of a lenient one with refused rows the problem stands beside. */
export const StoredSubmission = z
  .union([
    z.object({ ...lookup, errors: z.array(RowError).max(0), errorCount: z.literal(0) }),
    RowsRefusedProblem.extend({ ...lookup, code: z.literal("rows-refused") }),
  ])
  .meta({ description: "A submission with its receipt and row outcomes.", "x-vi": "Lượt gửi: biên nhận, từng dòng." });
