import { defineDictionary } from "@bochiso/shared/i18n";

/** The state of the connection in words, beside its mark. */
export const connectionWords = defineDictionary({
  vi: {
    connecting: "Đang kết nối",
    online: "Trực tuyến",
    reconnecting: "Đang kết nối lại",
    offline: "Mất kết nối",
  },
  en: { connecting: "Connecting", online: "Live", reconnecting: "Reconnecting", offline: "Offline" },
});
