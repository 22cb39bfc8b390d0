export { classNames } from "./class-names.ts";
export { foldText, matchesFolded } from "./fold-text.ts";
