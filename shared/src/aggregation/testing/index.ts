import { Area, AreaCode } from "../../area/index.ts";

/** A code that is known to be good. */
export const anArea = (code: string): AreaCode => AreaCode.parse(code);

type Fields = Partial<Pick<Area, "validFrom" | "validTo" | "simulated">> & {
  parent?: string;
  region?: string;
  predecessors?: readonly string[];
};

/** An area for tests; the kind of unit is told from the code. */
export function aUnit(code: string, fields: Fields = {}): Area {
  const name = { vi: code, en: code };
  const [level, codeSet] = kindOf(code);
  return Area.parse({
    code,
    codeSet,
    level,
    name,
    fullName: name,
    parent: fields.parent ?? null,
    region: fields.region ?? null,
    validFrom: fields.validFrom ?? null,
    validTo: fields.validTo ?? null,
    predecessors: fields.predecessors ?? [],
    successor: null,
    simulated: fields.simulated ?? false,
  });
}

function kindOf(code: string): readonly [string, string] {
  if (code === "VN") return ["nation", "vn"];
  if (code.startsWith("vn63:")) return ["province", "vn63"];
  if (code.startsWith("demo:")) return ["province", "demo"];
  if (/^[0-9]{5}$/.test(code)) return ["commune", "vn34"];
  return /^[0-9]{2}$/.test(code) ? ["province", "vn34"] : ["region", "region"];
}

const NEW = { validFrom: "2025-01-01" };
const OLD = { validTo: "2024-12-31" };

/**
 * A country of six former and five present provinces from 2025: 10 and 11 became 31, 12 became 32, 13 and 14
 * became 33, and 15 was split into 34 and 35; two regions; two communes in 31; a simulated province.
 */
export const SMALL_COUNTRY: readonly Area[] = [
  aUnit("VN"),
  aUnit("RA", { ...NEW, parent: "VN" }),
  aUnit("RB", { ...NEW, parent: "VN" }),
  aUnit("31", { ...NEW, region: "RA", predecessors: ["vn63:10", "vn63:11"] }),
  aUnit("32", { ...NEW, region: "RA", predecessors: ["vn63:12"] }),
  aUnit("33", { ...NEW, region: "RB", predecessors: ["vn63:13", "vn63:14"] }),
  aUnit("34", { ...NEW, region: "RB" }),
  aUnit("35", { ...NEW, region: "RB" }),
  ...["10", "11", "12", "13", "14", "15"].map((code) => aUnit(`vn63:${code}`, OLD)),
  aUnit("31001", { ...NEW, parent: "31" }),
  aUnit("31002", { ...NEW, parent: "31" }),
  aUnit("demo:MAU", { simulated: true, region: "RA" }),
];

/** 15 was split: two fifths are 34, three fifths 35. */
export const SPLIT = [
  { from: [anArea("vn63:15")], to: anArea("34"), effective: "2025-01-01", weights: { "vn63:15": 0.4 } },
  { from: [anArea("vn63:15")], to: anArea("35"), effective: "2025-01-01", weights: { "vn63:15": 0.6 } },
];
