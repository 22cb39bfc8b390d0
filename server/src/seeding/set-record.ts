import type { IndicatorSetRecord } from "@bochiso/db/repositories/catalogue";
import type { IndicatorSet } from "@bochiso/seed/catalogue";

/** A seeded set as stored; what no query looks into goes to its details. */
export function setRecord(set: IndicatorSet): IndicatorSetRecord {
  const { code, level, owner, name, scope, decreeRef, simulated } = set;
  return {
    code,
    level,
    owner,
    name,
    effectiveFrom: null,
    effectiveTo: null,
    details: { scope, decreeRef, simulated },
    groups: set.groups.map((group) => ({
      code: group.code,
      name: group.name,
      indicators: group.indicators,
      details: { groupType: group.groupType, decreeRef: group.decreeRef, bands: group.bands },
    })),
  };
}
