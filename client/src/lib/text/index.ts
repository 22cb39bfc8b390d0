export { classNames } from "./class-names.ts";
export { findText } from "./find-text.ts";
export { matchesFolded } from "./matches-folded.ts";
