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

const PreferenceUnknown = z
  .object({
    code: z.literal("preference-unknown"),
    preferences: z.array(z.string()).min(1).max(10).meta({ description: "As written.", "x-vi": "Như đã ghi." }),
    expected: z.array(z.string()),
    ...said,
  })
  .meta({
    description: "`Prefer` asks for something that is not known here and was ignored (RFC 7240).",
    "x-vi": "Tiêu đề Prefer có nội dung hệ thống không hiểu nên đã bỏ qua.",
  });

/** Something a sender should look at; no row is refused for it. */
export const SubmissionWarning = z.discriminatedUnion("code", [NewerValueReplaced, SequenceGap, PreferenceUnknown]);
export type SubmissionWarning = z.infer<typeof SubmissionWarning>;
