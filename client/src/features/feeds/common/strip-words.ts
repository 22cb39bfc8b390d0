import { defineDictionary } from "@bochiso/shared/i18n";

export const stripWords = defineDictionary({
  vi: {
    "on-time": "đúng hạn",
    late: "đủ, có phần muộn",
    incomplete: "còn thiếu",
    missing: "chưa gửi",
    "not-yet-due": "chưa đến hạn",
    undated: "nạp lại, không rõ ngày",
    "not-judged": "trước khi theo dõi",
    "not-connected": "chưa kết nối",
    published: "nạp từ số liệu đã công bố",
    none: "không phải gửi",
    legend: "Ký hiệu",
    strip: (type: string, from: string, to: string, counts: string) =>
      `30 kỳ ${type} gần nhất, từ ${from} đến ${to}: ${counts}.`,
    counted: (count: number, state: string) => `${count} kỳ ${state}`,
    newest: (period: string, state: string) => `Kỳ gần nhất đến hạn, ${period}: ${state}.`,
    cell: (period: string, state: string) => `${period}: ${state}`,
  },
  en: {
    "on-time": "on time",
    late: "complete, partly late",
    incomplete: "partly missing",
    missing: "not sent",
    "not-yet-due": "not due yet",
    undated: "loaded later, date unknown",
    "not-judged": "before it was watched",
    "not-connected": "not connected",
    published: "loaded from publications",
    none: "nothing expected",
    legend: "Legend",
    strip: (type, from, to, counts) => `The last 30 periods (${type}), ${from} to ${to}: ${counts}.`,
    counted: (count, state) => `${count} ${state}`,
    newest: (period, state) => `Newest period due, ${period}: ${state}.`,
    cell: (period, state) => `${period}: ${state}`,
  },
});
