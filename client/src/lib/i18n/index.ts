export { defineWords, type Words } from "./define-words.ts";
export { LanguageContext, useLanguage, useText, useWords } from "./language-context.tsx";
