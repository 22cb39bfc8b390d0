import { defineDictionary } from "@bochiso/shared/i18n";

export const crumbWords = defineDictionary({
  vi: { crumbs: "Vị trí trang", feeds: "Nguồn dữ liệu" },
  en: { crumbs: "Where this page stands", feeds: "Data sources" },
});
