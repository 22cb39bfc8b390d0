import type { ScopeOption } from "@bochiso/shared/screen";
import type { Language } from "@bochiso/shared/text";
import { matchesFolded } from "../../lib/text/index.ts";
import { REGION_NAMES } from "./region-names.ts";
import { shellWords } from "./words.ts";

export interface ScopeGroup {
  name: string;
  options: ScopeOption[];
}

/**
 * Scopes as the switch lists them: the Government, ministries in the Government's order, provinces by region in the
 * order of their codes, fictional units apart. The order within a group is the server's.
 */
export function scopeGroups(options: readonly ScopeOption[], query: string, language: Language): ScopeGroup[] {
  const t = shellWords[language];
  const groups = new Map<string, ScopeOption[]>();
  for (const option of options) {
    if (!matchesFolded(`${option.name.vi} ${option.name.en}`, query)) continue;
    const name = groupName(option, language, t);
    const members = groups.get(name);
    if (members === undefined) groups.set(name, [option]);
    else members.push(option);
  }
  const last = groups.get(t.fictional);
  if (last !== undefined && groups.delete(t.fictional)) groups.set(t.fictional, last);
  return [...groups].map(([name, members]) => ({ name, options: members }));
}

function groupName(option: ScopeOption, language: Language, t: (typeof shellWords)[Language]): string {
  if (option.simulated) return t.fictional;
  if (option.level === "government") return t.government;
  if (option.level === "ministry") return t.ministries;
  const region = option.region === null ? undefined : REGION_NAMES[option.region];
  return region?.[language] ?? option.region ?? t.provinces;
}
