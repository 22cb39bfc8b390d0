import type { Agency } from "../agency/index.ts";
import type { Text } from "../text/text.ts";
import type { LineageStep } from "./lineage.ts";

/** The recast of former agencies: the steps that can be taken, and for the other former agencies why not. */
export interface AgencyLineage {
  readonly steps: readonly LineageStep[];
  /** By code of the former agency. */
  readonly refused: ReadonlyMap<string, Text>;
}

/**
 * The mergers of agencies that were whole, into an agency that began with a code of its own. Refused: a former
 * agency that was split; a successor that keeps the code of an older one; a new agency with one known former one,
 * which may have taken over parts of others (Bộ Dân tộc và Tôn giáo).
 */
export function agencyLineage(agencies: Iterable<Agency>): AgencyLineage {
  const byCode = new Map([...agencies].map((agency) => [agency.code, agency]));
  const former = [...byCode.values()].filter(({ successor, simulated }) => successor !== null && !simulated);
  const refused = new Map<string, Text>();
  const steps: LineageStep[] = [];
  for (const [to, group] of Map.groupBy(former, ({ successor }) => successor ?? "")) {
    const effective = byCode.get(to)?.validFrom ?? null;
    const reason = effective === null ? CODE_KEPT : refusalOf(group, effective);
    if (effective === null || reason !== null) for (const { code } of group) refused.set(code, reason ?? CODE_KEPT);
    else steps.push({ from: group.map(({ code }) => code).sort(), to, effective });
  }
  return { steps, refused };
}

function refusalOf(former: readonly Agency[], effective: string): Text | null {
  if (former.some(({ mergedWhole }) => mergedWhole !== true)) return SPLIT;
  if (former.some(({ validTo }) => validTo === null || validTo >= effective)) return CODE_KEPT;
  return former.length < 2 ? ORIGIN_UNKNOWN : null;
}

const SPLIT = {
  vi: "Cơ quan cũ không nhập nguyên vẹn vào một cơ quan, nên số liệu không quy đổi được.",
  en: "The former agency did not go whole into one agency, so its figures cannot be recast.",
};
const CODE_KEPT = {
  vi: "Cơ quan mới giữ mã của cơ quan cũ, nên số liệu trước sắp xếp giữ theo tên cũ.",
  en: "The new agency keeps the code of a former one, so figures before the merger stay under the former names.",
};
const ORIGIN_UNKNOWN = {
  vi: "Cơ quan mới còn nhận nhiệm vụ của cơ quan khác, nên số liệu của cơ quan cũ không phải là toàn bộ.",
  en: "The new agency also took over tasks of others, so the former agency's figures are not the whole.",
};
