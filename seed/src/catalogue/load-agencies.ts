import { Agency } from "@bochiso/shared/agency";
import { z } from "zod";
import { type DataDir, defaultDataDir, readDataJson } from "../files/index.ts";

const AgenciesFile = z.object({
  agencies: z.array(
    z.object({
      code: z.string(),
      name_vi: z.string(),
      name_en: z.string(),
      kind: z.string(),
      egov_code: z.string().nullable(),
      parent: z.string().nullable(),
      valid_from: z.string().nullable(),
      valid_to: z.string().nullable(),
      successor: z.string().nullable(),
      mergedWhole: z.boolean().optional(),
    }),
  ),
});
const ProvincesFile = z.object({
  provinces: z.array(
    z.object({
      code: z.string(),
      full_name_vi: z.string(),
      name_en: z.string(),
      egov_code: z.string().nullable(),
      valid_from: z.string(),
    }),
  ),
});

/** Placeholders of "whichever ministry or province it is"; they name no agency and never own a feed. */
export const COLLECTIVE_AGENCIES: ReadonlySet<string> = new Set(["province", "all"]);

/** Feed, agency and owner of the fictional province and ministry. */
export const DEMO_PROVINCE_AGENCY = "demo.tinhmau";
export const DEMO_MINISTRY_AGENCY = "demo.bomau";

const DEMO_AGENCIES = [
  {
    code: DEMO_PROVINCE_AGENCY,
    name: { vi: "Ủy ban nhân dân Tỉnh Mẫu", en: "People's Committee of Sample Province" },
    kind: "provincial",
  },
  { code: DEMO_MINISTRY_AGENCY, name: { vi: "Bộ Mẫu", en: "Sample Ministry" }, kind: "ministry" },
];

/** Publishers of loaded series that are no agency of the catalogue, so that every publisher has a name in both languages. */
const PUBLISHERS = [
  {
    code: "oog.dvcqg",
    name: { vi: "Cổng Dịch vụ công quốc gia", en: "National Public Service Portal" },
    kind: "publisher",
    parent: "oog",
  },
  {
    code: "opendengue",
    name: { vi: "OpenDengue (Clarke và cộng sự, 2024)", en: "OpenDengue (Clarke et al., 2024)" },
    kind: "publisher",
  },
];

const BLANK = { parent: null, egovCode: null, validFrom: null, validTo: null, successor: null, mergedWhole: null };

/** Official spelling: "thành phố", "tỉnh" in lower case after "nhân dân", except Thành phố Hồ Chí Minh. */
function peoplesCommittee(fullName: string): string {
  const rest = fullName === "Thành phố Hồ Chí Minh" ? fullName : fullName.charAt(0).toLowerCase() + fullName.slice(1);
  return `Ủy ban nhân dân ${rest}`;
}

/** Code of a province's People's Committee, which is also the code of its feed: `prov.01`. */
export function provinceAgencyCode(provinceCode: string): string {
  return `prov.${provinceCode}`;
}

/** Ministries, agencies, former ministries, publishers, the 34 People's Committees, then the fictional ones. */
export function loadAgencies(dataDir: DataDir = defaultDataDir()): Agency[] {
  const listed = AgenciesFile.parse(readDataJson(dataDir, "catalog/agencies.json")).agencies.map((it) => ({
    code: it.code,
    name: { vi: it.name_vi, en: it.name_en },
    kind: it.kind,
    parent: it.parent,
    // `province` carries the pattern "Hxx", which identifies nobody.
    egovCode: COLLECTIVE_AGENCIES.has(it.code) ? null : it.egov_code,
    validFrom: it.valid_from,
    validTo: it.valid_to,
    successor: it.successor,
    mergedWhole: it.mergedWhole ?? null,
    simulated: false,
  }));
  const committees = ProvincesFile.parse(readDataJson(dataDir, "catalog/provinces-34.json")).provinces.map((it) => ({
    ...BLANK,
    code: provinceAgencyCode(it.code),
    name: { vi: peoplesCommittee(it.full_name_vi), en: `People's Committee of ${it.name_en}` },
    kind: "provincial",
    egovCode: it.egov_code,
    validFrom: it.valid_from,
    simulated: false,
  }));
  const demo = DEMO_AGENCIES.map((it) => ({ ...BLANK, ...it, simulated: true }));
  const publishers = PUBLISHERS.map((it) => ({ ...BLANK, ...it, simulated: false }));
  return [...listed, ...publishers, ...committees, ...demo].map((it) => Agency.parse(it));
}
