import { defineDictionary } from "@bochiso/shared/i18n";

export const feedWords = defineDictionary({
  vi: {
    title: "Nguồn dữ liệu",
    unknown: (code: string) => `Không có kênh “${code}”`,
    toList: "Xem danh sách kênh",
    agency: (name: string) => `Cơ quan: ${name}`,
    owns: (count: number) => `phụ trách ${count} chỉ số`,
    barred: "Hệ thống này không nhận số liệu mô phỏng",
    upload: "Tải tệp lên",
    byHand: "Nhập tay",
    parts: "Các phần của kênh",
    part: {
      "tinh-hinh": "Tình hình",
      luot: "Lượt gửi",
      lay: "Lấy tự động",
      khoa: "Khóa truy cập",
      "hop-dong": "Hợp đồng, phạm vi",
    },
    pending: (count: number) => `${count} chờ duyệt`,
  },
  en: {
    title: "Data sources",
    unknown: (code) => `There is no feed “${code}”`,
    toList: "See the list of feeds",
    agency: (name) => `Agency: ${name}`,
    owns: (count) => `in charge of ${count} indicator${count === 1 ? "" : "s"}`,
    barred: "This installation takes no simulated figures",
    upload: "Upload a file",
    byHand: "Enter by hand",
    parts: "Parts of the feed",
    part: {
      "tinh-hinh": "Standing",
      luot: "Submissions",
      lay: "Pulled sources",
      khoa: "Access keys",
      "hop-dong": "Contract, scope",
    },
    pending: (count) => `${count} awaiting approval`,
  },
});
