import { z } from "zod";

const said = { detail: z.string(), detailVi: z.string() };

const NewerValueReplaced = z
  .object({
    code: z.literal("newer-value-replaced"),
    count: z.int().min(1),
    rows: z.array(z.int()).min(1).max(20).meta({ description: "The first of them.", "x-vi": "Các dòng đầu tiên." }),
    ...said,
  })
  .meta({
    description:
      "Rows replaced values that were received after this submission and stored before it, because a correction was sent before this one was answered.",
    "x-vi": "Có dòng đã thay số liệu nhận sau lượt này: bản đính chính được gửi trước khi lượt này có trả lời.",
  });

const SequenceGap = z.object({ code: z.literal("sequence-gap"), first: z.int(), last: z.int(), ...said }).meta({
  description: "Sequence numbers before this one that never arrived, first and last included.",
  "x-vi": "Các số thứ tự trước lượt này chưa nhận được.",
});

/** Something a sender should look at; the rows are stored. */
export const SubmissionWarning = z.discriminatedUnion("code", [NewerValueReplaced, SequenceGap]);
export type SubmissionWarning = z.infer<typeof SubmissionWarning>;
