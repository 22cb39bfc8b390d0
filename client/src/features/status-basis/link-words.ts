import { defineDictionary } from "@bochiso/shared/i18n";

/** The one word that travels with every page; the others come with the panel. */
export const linkWords = defineDictionary({
  vi: { opens: "mở căn cứ đánh giá" },
  en: { opens: "open why this status" },
});
