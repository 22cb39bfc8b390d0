import type { OwnedIndicator } from "@bochiso/shared/feed";
import { useWords } from "../../../lib/i18n/index.ts";
import { useAreaNames } from "../common/use-area-names.ts";
import { contractWords } from "./contract-words.ts";

const NAMED_AREAS = 6;

const ALL: Readonly<Record<string, "everywhere" | "everyFictional">> = {
  "*": "everywhere",
  "demo:*": "everyFictional",
};

/** Owned areas in words: codes by their names, `*` every real area, `!01` all but it. */
export function useAreasText(): (owned: Pick<OwnedIndicator, "areas" | "areaCount">) => string {
  const t = useWords(contractWords);
  const nameOf = useAreaNames();
  return ({ areas, areaCount }) => {
    const named = areas
      .filter((code) => !code.startsWith("!"))
      .map((code) => (ALL[code] === undefined ? nameOf(code) : t[ALL[code]]));
    const left = areas.filter((code) => code.startsWith("!")).map((code) => nameOf(code.slice(1)));
    const more = areaCount - left.length - Math.min(named.length, NAMED_AREAS);
    return [
      named.slice(0, NAMED_AREAS).join(", "),
      ...(more > 0 ? [t.more(more)] : []),
      ...(left.length === 0 ? [] : [t.except(left.join(", "))]),
    ].join(" ");
  };
}
