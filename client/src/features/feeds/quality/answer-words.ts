import { defineDictionary } from "@bochiso/shared/i18n";
import type { QualityCheckKind } from "@bochiso/shared/quality";

/** What a flag is about, and so what can be answered to it: a figure, one that did not come, one that came late. */
export type Answered = "figure" | "completeness" | "timeliness";

export function answeredOf(kind: QualityCheckKind): Answered {
  return kind === "completeness" || kind === "timeliness" ? kind : "figure";
}

export const answerWords = defineDictionary({
  vi: {
    lead: {
      figure: "Ghi lại kết luận của người phụ trách chỉ số. Số liệu không đổi; chỉ dấu đáng ngờ thay đổi.",
      completeness: "Ghi lại việc đã xử lý. Cảnh báo tự hết khi đủ số liệu.",
      timeliness: "Ghi lại việc đã xử lý. Ngày nhận và điểm đúng hạn không đổi.",
    },
    verdicts: {
      figure: {
        confirmed: "Đúng: số liệu phản ánh thực tế, bỏ dấu đáng ngờ",
        wrong: "Sai: đề nghị đơn vị gửi đính chính",
      },
      completeness: {
        confirmed: "Đã rõ lý do: kỳ này không phải gửi, hoặc chấp nhận thiếu",
        wrong: "Phải gửi: đã đôn đốc, chờ đơn vị gửi bổ sung",
      },
      timeliness: {
        confirmed: "Đã rõ lý do: chấp nhận trễ hạn lần này",
        wrong: "Không có lý do chính đáng: đã nhắc đơn vị gửi đúng hạn",
      },
    },
    stateOf: {
      figure: {
        open: "Chưa xem xét",
        confirmed: "Đã xác nhận đúng",
        wrong: "Sai, chờ đính chính",
        resolved: "Đã hết",
      },
      completeness: {
        open: "Chưa xem xét",
        confirmed: "Đã rõ lý do",
        wrong: "Đã đôn đốc, chờ gửi",
        resolved: "Đã đủ số liệu",
      },
      timeliness: { open: "Chưa xem xét", confirmed: "Đã rõ lý do", wrong: "Đã nhắc nhở", resolved: "Đã hết" },
    },
  },
  en: {
    lead: {
      figure: "Records what the steward concludes. The figure stays as it is; only its mark of doubt changes.",
      completeness: "Records what was done. The flag resolves by itself once the figures are there.",
      timeliness: "Records what was done. The day of receiving and the punctuality score stay as they are.",
    },
    verdicts: {
      figure: {
        confirmed: "Right: the figure is true, take the mark of doubt away",
        wrong: "Wrong: its sender is asked to correct it",
      },
      completeness: {
        confirmed: "The reason is known: nothing is due for this period, or it may be missing",
        wrong: "It is due: its sender was urged to send it",
      },
      timeliness: {
        confirmed: "The reason is known: the delay is accepted this time",
        wrong: "There is no good reason: its sender was reminded of the deadline",
      },
    },
    stateOf: {
      figure: { open: "Not reviewed", confirmed: "Confirmed", wrong: "Wrong, to be corrected", resolved: "Resolved" },
      completeness: {
        open: "Not reviewed",
        confirmed: "Reason known",
        wrong: "Urged, to be sent",
        resolved: "Complete now",
      },
      timeliness: { open: "Not reviewed", confirmed: "Reason known", wrong: "Reminded", resolved: "Resolved" },
    },
  },
});
