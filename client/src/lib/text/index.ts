export { classNames } from "./class-names.ts";
export { type Found, findText } from "./find-text.ts";
export { matchesFolded } from "./matches-folded.ts";
