import type { IndicatorCode, IndicatorDefinition } from "@bochiso/shared/indicator";
import { ScopeId } from "@bochiso/shared/screen";
import type { Text } from "@bochiso/shared/text";
import { type DataDir, defaultDataDir } from "../files/index.ts";
import {
  BAND_OF_PERIOD,
  type Band,
  GROUP_SHORT_NAMES,
  GROUP_TEMPLATES,
  type GroupTemplate,
  type GroupType,
  type SetLevel,
} from "./group-types.ts";
import { DEMO_PROVINCE_AGENCY, loadAgencies, provinceAgencyCode } from "./load-agencies.ts";
import { loadCatalogue } from "./load-catalogue.ts";
import { type Homes, loadHomes } from "./load-homes.ts";

/** A group of a set. Its code is that of `IndicatorDefinition.groups`, unique within its set. */
export interface SetGroup {
  readonly code: string;
  readonly groupType: GroupType;
  /** The wording of Art. 10.3. */
  readonly name: Text;
  /** How blocks and lists call it. */
  readonly shortName: Text;
  readonly decreeRef: string;
  /** In order of display: headline indicators first, then the order of the catalogue. */
  readonly indicators: readonly IndicatorCode[];
  /** The two bands of the first group; null for the other groups. */
  readonly bands: Readonly<Record<Band, readonly IndicatorCode[]>> | null;
}

/** An indicator set of Art. 10.3. Code `cp`, `bo:moh`, `tinh:01`, `tinh:MAU`. */
export interface IndicatorSet {
  readonly code: string;
  readonly scope: ScopeId;
  readonly owner: string;
  readonly level: SetLevel;
  readonly name: Text;
  readonly decreeRef: string;
  readonly simulated: boolean;
  readonly groups: readonly SetGroup[];
}

interface SetOwner {
  readonly code: string;
  readonly owner: string;
  readonly level: SetLevel;
  readonly name: Text;
  readonly headline: readonly IndicatorCode[];
  /** Code as used in `ministries`, for ministries. */
  readonly ministry: string | null;
  readonly simulated: boolean;
}

const DECREE_REF: Record<SetLevel, string> = {
  government: "Điểm a khoản 3 Điều 10 Nghị định 137/2024/NĐ-CP",
  ministry: "Điểm b khoản 3 Điều 10 Nghị định 137/2024/NĐ-CP",
  province: "Điểm c khoản 3 Điều 10 Nghị định 137/2024/NĐ-CP",
};

function setName(ownerName: Text): Text {
  return {
    vi: `Bộ chỉ số phục vụ chỉ đạo, điều hành của ${ownerName.vi}`,
    en: `Indicator set for direction and administration of the ${ownerName.en}`,
  };
}

/** Whether an indicator of a ministry group stands in this ministry's set. Only the daily and monthly group is divided. */
function concernsMinistry(definition: IndicatorDefinition, template: GroupTemplate, ministry: string): boolean {
  if (template.groupType !== "daily-monthly") return true;
  return definition.ministries.includes(ministry) || definition.ministries.includes("all");
}

/** Sort rank in a group: headline cards, then what the ministry itself answers for, then the rest. */
function rankIn(owner: SetOwner, definition: IndicatorDefinition): number {
  const headline = owner.headline.indexOf(definition.code);
  if (headline >= 0) return headline;
  if (owner.ministry === null) return owner.headline.length;
  const own =
    definition.ministries.includes(owner.ministry) ||
    definition.responsibleAgency === owner.ministry ||
    definition.responsibleAgency.startsWith(`${owner.ministry}.`);
  return owner.headline.length + (own ? 0 : 1);
}

function groupOf(owner: SetOwner, template: GroupTemplate, catalogue: readonly IndicatorDefinition[]): SetGroup {
  const { ministry } = owner;
  const members = catalogue
    .filter((it) => it.groups.includes(template.code) && !it.componentOnly)
    .filter((it) => ministry === null || concernsMinistry(it, template, ministry))
    .map((definition) => ({ definition, rank: rankIn(owner, definition) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ definition }) => definition);
  const band = (wanted: Band): IndicatorCode[] =>
    members.filter((it) => BAND_OF_PERIOD[it.periodType] === wanted).map((it) => it.code);
  return {
    code: template.code,
    groupType: template.groupType,
    name: template.name,
    shortName: template.shortName ?? GROUP_SHORT_NAMES[template.groupType],
    decreeRef: template.decreeRef,
    indicators: members.map((it) => it.code),
    bands: template.groupType === "daily-monthly" ? { daily: band("daily"), monthly: band("monthly") } : null,
  };
}

function owners(dataDir: DataDir, homes: Homes): SetOwner[] {
  const agencies = new Map(loadAgencies(dataDir).map((it) => [it.code, it.name]));
  const nameOf = (code: string): Text => {
    const name = agencies.get(code);
    if (!name) throw new Error(`agency ${code} of catalog/home.json is not in the list of agencies`);
    return name;
  };
  const government: SetOwner = {
    code: "cp",
    // The Government Office builds the Government's set (Art. 11.1.a).
    owner: "oog",
    level: "government",
    name: { vi: "Chính phủ, Thủ tướng Chính phủ", en: "Government and the Prime Minister" },
    headline: [...homes.government, ...homes.governmentWhenConnected],
    ministry: null,
    simulated: false,
  };
  const ministries = homes.order.agencies.map(
    (code): SetOwner => ({
      code: `bo:${code}`,
      owner: code,
      level: "ministry",
      name: nameOf(code),
      headline: homes.ministries[code] ?? [],
      ministry: code,
      simulated: false,
    }),
  );
  const province = (code: string, owner: string): SetOwner => ({
    code: `tinh:${code}`,
    owner,
    level: "province",
    name: nameOf(owner),
    headline: homes.province,
    ministry: null,
    simulated: owner === DEMO_PROVINCE_AGENCY,
  });
  const provinces = homes.order.provinces.map((code) => province(code, provinceAgencyCode(code)));
  return [government, ...ministries, ...provinces, province("MAU", DEMO_PROVINCE_AGENCY)];
}

/** The sets of Art. 10.3: the Government, 17 ministries and ministerial-level agencies, 34 provinces, Tỉnh Mẫu. */
export function loadSets(dataDir: DataDir = defaultDataDir()): IndicatorSet[] {
  const catalogue = loadCatalogue(dataDir);
  return owners(dataDir, loadHomes(dataDir)).map((owner) => ({
    code: owner.code,
    scope: ScopeId.parse(owner.code.replace(":", "/")),
    owner: owner.owner,
    level: owner.level,
    name: setName(owner.name),
    decreeRef: DECREE_REF[owner.level],
    simulated: owner.simulated,
    groups: GROUP_TEMPLATES.filter((it) => it.level === owner.level).map((it) => groupOf(owner, it, catalogue)),
  }));
}
