import { defineDictionary } from "@bochiso/shared/i18n";

export const errorsFileWords = defineDictionary({
  vi: {
    download: "Tải danh sách lỗi (CSV)",
    downloading: "Đang lập danh sách",
    note: "Hệ thống không lưu nội dung của dòng bị từ chối, chỉ lưu chỗ sai và lý do. Sửa các dòng này trong tệp của bạn rồi tải lên tại đây, không cần khóa:",
    toFile: "Tải tệp số liệu",
    fileName: (id: string) => `loi-${id}.csv`,
    columns: {
      row: "Dòng",
      line: "Dòng trong tệp",
      place: "Chỗ sai",
      got: "Nội dung đã nhận",
      why: "Lý do từ chối",
      expected: "Cần, hoặc viết như",
      code: "Mã lỗi",
    },
  },
  en: {
    download: "Download the list of faults (CSV)",
    downloading: "Making the list",
    note: "The content of a refused row is not kept, only what is wrong with it and why. Correct these rows in your file and upload it here, no key is needed:",
    toFile: "Upload figures",
    fileName: (id) => `faults-${id}.csv`,
    columns: {
      row: "Row",
      line: "Line of the file",
      place: "Where",
      got: "What came",
      why: "Why",
      expected: "Expected, or as in",
      code: "Code",
    },
  },
});
