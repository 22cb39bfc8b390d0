import type { Dictionary } from "@bochiso/shared/i18n";
import type { Language, Text } from "@bochiso/shared/text";
import { createContext, use } from "react";

/** The language of the screen; the URL (`?ngonngu=en`) is its home. */
export const LanguageContext = createContext<Language>("vi");

/** The language of the screen. */
export function useLanguage(): Language {
  return use(LanguageContext);
}

/** The words of one dictionary in the language of the screen. */
export function useWords<T>(words: Dictionary<T>): Dictionary<T>[Language] {
  return words[use(LanguageContext)];
}

/** Picks the language of the screen out of a text of the server. */
export function useText(): (text: Text) => string {
  const language = use(LanguageContext);
  return (text) => text[language];
}
