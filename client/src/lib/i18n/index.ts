export { LanguageContext, useLanguage, useText, useWords } from "./language-context.tsx";
