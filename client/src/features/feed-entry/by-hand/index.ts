export { EntryPage } from "./entry-page.tsx";
export { SHOW_WORDS } from "./entry-tools.tsx";
