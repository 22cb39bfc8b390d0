import { useWords } from "../lib/i18n/index.ts";
import { uiWords } from "./words.ts";

/** Stands beside every simulated value and section; never left out, never abbreviated. */
export function SimulatedMark() {
  return <em className="sim">{useWords(uiWords).simulated}</em>;
}
