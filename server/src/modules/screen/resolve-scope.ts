import type { IndicatorSet } from "@bochiso/seed/catalogue";
import { AreaCode } from "@bochiso/shared/area";
import { DomainError } from "@bochiso/shared/errors";
import type { ScopeId, ScopeLevel } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";
import type { ScreenWorld } from "./screen-world.ts";

/** Whose dashboard it is: the set of indicators, the area whose values it shows, the ministry that owns it. */
export interface Scope {
  readonly id: ScopeId;
  readonly level: ScopeLevel;
  readonly name: Text;
  readonly set: IndicatorSet;
  readonly area: AreaCode;
  /** Code of the ministry, on ministry level. */
  readonly ministry: string | null;
  readonly simulated: boolean;
}

const NATION = AreaCode.parse("VN");
const GOVERNMENT: Text = { vi: "Chính phủ", en: "Government" };

/** The scope of an id. Ministries show the nation's values of their indicators. Throws `scope-unknown`. */
export function resolveScope(world: ScreenWorld, id: ScopeId): Scope {
  const set = world.sets.get(id);
  if (set === undefined) throw scopeUnknown(id);
  const code = id.slice(id.indexOf("/") + 1);
  const base = { id, level: set.level, set, simulated: set.simulated };
  if (set.level === "government") return { ...base, name: GOVERNMENT, area: NATION, ministry: null };
  if (set.level === "ministry") {
    const name = world.agencies.get(code)?.name ?? set.name;
    return { ...base, name, area: NATION, ministry: code };
  }
  const area = world.areas.get(set.simulated ? `demo:${code}` : code);
  if (area === undefined) throw scopeUnknown(id);
  return { ...base, name: area.fullName, area: area.code, ministry: null };
}

function scopeUnknown(id: string): DomainError {
  return new DomainError(
    "scope-unknown",
    { scope: id },
    { vi: `Không có phạm vi “${id}”.`, en: `There is no scope “${id}”.` },
  );
}
