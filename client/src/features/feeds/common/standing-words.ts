import { defineDictionary } from "@bochiso/shared/i18n";

export const standingWords = defineDictionary({
  vi: {
    /** Said of one feed. */
    told: {
      "cho-duyet": (count: number) => `${count} lượt chờ duyệt`,
      "tre-han": (count: number) => `Trễ hạn ${count} chỉ số`,
      "tra-lai": (count: number) =>
        count === 0 ? "Đã trả lại, chờ gửi lại" : `Đã trả lại, còn ${count} số chờ gửi lại`,
      thieu: (count: number) => `Thiếu ${count} lượt gửi`,
      loi: (count: number) => `${count} lỗi chưa khắc phục`,
      "lay-loi": (count: number) => `Không lấy được từ ${count} nguồn`,
      "im-lang": (_count: number) => "Mất tín hiệu",
      ngung: (_count: number) => "Ngừng nhận",
      "chua-noi": (_count: number) => "Chưa kết nối",
      "chua-gui": (_count: number) => "Chưa gửi lần nào",
      tot: (_count: number) => "Bình thường",
    },
    /** Names of the filter. */
    filter: {
      "cho-duyet": "Chờ duyệt",
      "tre-han": "Trễ hạn",
      "tra-lai": "Chờ gửi lại",
      thieu: "Thiếu",
      loi: "Có lỗi",
      "lay-loi": "Không lấy được",
      "im-lang": "Mất tín hiệu",
      ngung: "Ngừng nhận",
      "chua-noi": "Chưa kết nối",
      "chua-gui": "Chưa gửi",
    },
  },
  en: {
    told: {
      "cho-duyet": (count) => `${count} awaiting approval`,
      "tre-han": (count) => `${count} indicator${count === 1 ? "" : "s"} overdue`,
      "tra-lai": (count) => (count === 0 ? "Returned, to be sent anew" : `Returned, ${count} to be sent anew`),
      thieu: (count) => `${count} submission${count === 1 ? "" : "s"} missing`,
      loi: (count) => `${count} standing error${count === 1 ? "" : "s"}`,
      "lay-loi": (count) => `${count} source${count === 1 ? "" : "s"} cannot be pulled`,
      "im-lang": () => "No sign of life",
      ngung: () => "Not accepting",
      "chua-noi": () => "Not connected",
      "chua-gui": () => "Never sent",
      tot: () => "In order",
    },
    filter: {
      "cho-duyet": "Awaiting approval",
      "tre-han": "Overdue",
      "tra-lai": "To be sent anew",
      thieu: "Missing",
      loi: "Errors",
      "lay-loi": "Pull fails",
      "im-lang": "No sign of life",
      ngung: "Not accepting",
      "chua-noi": "Not connected",
      "chua-gui": "Never sent",
    },
  },
});
