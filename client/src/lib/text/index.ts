export { classNames } from "./class-names.ts";
export { matchesFolded } from "./matches-folded.ts";
