import { defineDictionary } from "@bochiso/shared/i18n";

export const decisionWords = defineDictionary({
  vi: {
    title: "Duyệt lượt gửi",
    waiting: "Số liệu của lượt này đã lưu nhưng chưa dùng ở đâu. Người duyệt phải khác người gửi và người giữ khóa.",
    trying: "Đang tính thử",
    triedAt: (clock: string) => `Tính thử lúc ${clock} trên số liệu lúc đó.`,
    tryAgain: "Tính lại",
    tooLarge: "Lượt này làm thay đổi quá nhiều số tính toán nên không tính thử được",
    tooLargeNote: "Duyệt cũng sẽ bị từ chối vì lý do này: hãy trả lại để đơn vị chia thành nhiều lượt nhỏ hơn.",
    decision: "Quyết định",
    decisionMissing: "Chọn duyệt hay trả lại.",
    approve: "Duyệt: dùng số liệu này",
    return: "Trả lại: không dùng, đơn vị gửi sửa và gửi lượt mới",
    note: "Ghi chú",
    noteReturn: "Lý do trả lại",
    noteMissing: "Trả lại phải có lý do, ít nhất 3 ký tự.",
    once: "Quyết định chỉ có một lần và không sửa được.",
    act: "Tiếp tục",
    sure: {
      approve: (values: number) =>
        `${values} số liệu sẽ được dùng ngay trên các màn hình và trong các số tính từ chúng.`,
      return: (values: number) =>
        `${values} số liệu sẽ không được dùng; đơn vị gửi phải sửa và gửi lượt mới. Hãy báo cho đơn vị gửi: hệ thống của họ chỉ thấy việc trả lại khi hỏi về lượt này.`,
    },
    confirm: {
      approve: (values: number) => `Duyệt ${values} số liệu`,
      return: (values: number) => `Trả lại ${values} số liệu`,
    },
    notYet: "Xem lại",
    decidedBy: (name: string, position: string) => `${name}, ${position}`,
    decidedAt: (when: string) => `lúc ${when}`,
    commit: (seq: number) => `Có hiệu lực từ lần ghi thứ ${seq}.`,
    toAnswer: "Đã gửi lại: xem lượt gửi sau đó",
    remark: (note: string) => `Ghi chú: ${note}`,
    done: { approve: "Đã duyệt lượt gửi.", return: "Đã trả lại lượt gửi." },
    conflicts: (count: number) => `Chưa duyệt được: ${count} dòng vướng quy tắc hiện hành hoặc số mới hơn`,
    conflictsNote: "Chưa áp dụng gì. Lượt vẫn chờ duyệt; có thể trả lại để đơn vị sửa rồi gửi lượt mới.",
    row: (row: number) => `Dòng ${row}`,
  },
  en: {
    title: "Approval",
    waiting:
      "These figures are stored and used nowhere yet. The approver must be another than who sent them or holds the key.",
    trying: "Being tried",
    triedAt: (clock) => `Tried at ${clock} on the figures of that moment.`,
    tryAgain: "Try again",
    tooLarge: "This would change too many computed figures to be tried",
    tooLargeNote: "Approving it would be refused for the same reason: return it, to be sent in smaller submissions.",
    decision: "Decision",
    decisionMissing: "Choose whether to approve or return it.",
    approve: "Approve: use these figures",
    return: "Return: do not use them; the sender corrects and sends anew",
    note: "Remark",
    noteReturn: "Reason for returning",
    noteMissing: "Returning needs a reason of at least 3 characters.",
    once: "There is one decision, and it cannot be changed.",
    act: "Continue",
    sure: {
      approve: (values) =>
        `${values} figure${values === 1 ? "" : "s"} will be used at once on screens and in everything computed from them.`,
      return: (values) =>
        `${values} figure${values === 1 ? "" : "s"} will not be used; the sender corrects and sends anew. Tell the sender: their system sees the return only when it asks about this submission.`,
    },
    confirm: {
      approve: (values) => `Approve ${values} figure${values === 1 ? "" : "s"}`,
      return: (values) => `Return ${values} figure${values === 1 ? "" : "s"}`,
    },
    notYet: "Look again",
    decidedBy: (name, position) => `${name}, ${position}`,
    decidedAt: (when) => `at ${when}`,
    commit: (seq) => `In force from commit ${seq}.`,
    toAnswer: "Sent anew: see the later submission",
    remark: (note) => `Remark: ${note}`,
    done: { approve: "The submission is approved.", return: "The submission is returned." },
    conflicts: (count) => `Not approved: ${count} row${count === 1 ? "" : "s"} against present rules or newer figures`,
    conflictsNote:
      "Nothing was applied. It still waits for approval; return it so that the sender corrects and sends anew.",
    row: (row) => `Row ${row}`,
  },
});
