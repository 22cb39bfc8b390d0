export { clauseText } from "./clause-text.ts";
export { LanguageContext, useLanguage, useText, useWords } from "./language-context.tsx";
