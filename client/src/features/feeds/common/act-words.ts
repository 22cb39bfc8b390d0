import { defineDictionary } from "@bochiso/shared/i18n";

export const actWords = defineDictionary({
  vi: {
    person: "Người thực hiện",
    personHint: "Ghi vào nhật ký đúng như khai; hệ thống chưa có đăng nhập để xác minh.",
    name: "Họ và tên",
    nameMissing: "Ghi họ và tên, ít nhất 2 ký tự.",
    position: "Chức vụ, đơn vị",
    positionMissing: "Ghi chức vụ, ít nhất 2 ký tự.",
    reason: "Lý do",
    reasonMissing: "Ghi lý do, ít nhất 3 ký tự.",
    cancel: "Hủy",
    doing: "Đang thực hiện",
    copy: "Sao chép",
    copied: "Đã sao chép",
    copyFailed: "Không sao chép được; hãy chọn và sao chép bằng tay.",
  },
  en: {
    person: "Who does this",
    personHint: "Kept in the log as stated; there is no sign-in yet that would verify it.",
    name: "Full name",
    nameMissing: "Give the full name, at least 2 characters.",
    position: "Position, unit",
    positionMissing: "Give the position, at least 2 characters.",
    reason: "Reason",
    reasonMissing: "Give the reason, at least 3 characters.",
    cancel: "Cancel",
    doing: "Working",
    copy: "Copy",
    copied: "Copied",
    copyFailed: "Could not copy; please select and copy by hand.",
  },
});
