import { z } from "zod";

/** Something a sender should look at; the rows are stored. */
export const SubmissionWarning = z
  .object({
    code: z.literal("newer-value-replaced"),
    count: z.int().min(1),
    rows: z.array(z.int()).min(1).max(20).meta({ description: "The first of them.", "x-vi": "Các dòng đầu tiên." }),
    detail: z.string(),
    detailVi: z.string(),
  })
  .meta({
    description:
      "`newer-value-replaced`: rows replaced values that were received after this submission and stored before it, because a correction was sent before this one was answered.",
    "x-vi": "Có dòng đã thay số liệu nhận sau lượt này: bản đính chính được gửi trước khi lượt này có trả lời.",
  });
export type SubmissionWarning = z.infer<typeof SubmissionWarning>;
