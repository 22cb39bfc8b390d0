import { defineDictionary } from "@bochiso/shared/i18n";

export const screenFaultWords = defineDictionary({
  vi: {
    failed: "Chưa tải được số liệu",
    failedDetail: "Hệ thống chưa trả lời. Hãy thử lại; nếu vẫn không được, báo bộ phận vận hành.",
    forbidden: "Bạn chưa có quyền xem nội dung này",
    forbiddenDetail: "Liên hệ cơ quan chủ trì chỉ số hoặc quản trị hệ thống của đơn vị để được cấp quyền.",
    kept: (when: string) => `Chưa cập nhật được; đang hiện số liệu tải lúc ${when}.`,
  },
  en: {
    failed: "The figures could not be loaded",
    failedDetail: "The system did not answer. Try again; if it still fails, tell the operators.",
    forbidden: "You may not see this",
    forbiddenDetail: "Ask the agency in charge of the indicator, or your unit's administrator, for access.",
    kept: (when) => `Could not update; showing the figures loaded at ${when}.`,
  },
});
