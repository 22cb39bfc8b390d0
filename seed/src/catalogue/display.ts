import type { Display } from "@bochiso/shared/indicator";
import type { Text } from "@bochiso/shared/text";
import { UNITS } from "./units.ts";

interface Scale extends Display {
  /** Indicators shown in this scale. */
  readonly indicators: readonly string[];
}

const text = (vi: string, en: string): Text => ({ vi, en });

/**
 * The scale of an indicator is fixed by its definition, never by the size of one value, so that
 * cards, rankings and printed pages of every level can be compared. Indicators not named here are
 * shown in their own unit. FDI and farm exports stay in triệu USD, as published: provinces are ranked
 * by them, and of the 20 with new FDI in the first two months of 2025 twelve had less than 0,1 tỷ, so
 * that in tỷ USD with two decimals seven of them would tie at 0,02 to 0,04. Registered FDI has no
 * decimals: "2.191 triệu USD" of the nation reads at once, and the smallest province (18,5) keeps two
 * digits.
 */
const SCALES: readonly Scale[] = [
  {
    // National values of a month or more run to tens of thousands of tỷ đồng and above.
    unit: text("nghìn tỷ đồng", "trillion VND"),
    factor: 0.001,
    decimals: 1,
    indicators: [
      "macro.va.agri",
      "macro.va.industry",
      "macro.va.services",
      "macro.product_tax",
      "macro.gdp.value",
      "macro.retail.value",
      "macro.retail.goods",
      "macro.retail.accommodation_food",
      "macro.retail.travel",
      "macro.retail.other",
      "macro.retail.value_ytd",
      "fin.revenue.total",
      "fin.revenue.domestic",
      "fin.revenue.oil",
      "fin.revenue.customs",
      "fin.revenue.grants",
      "fin.revenue.land",
      "fin.revenue.plan",
      "fin.expenditure.total",
      "fin.balance",
      "pi.plan",
      "pi.allocated",
      "pi.disbursed",
      "pi.executed",
      "pi.executed_month",
      "pi.executed_plan",
      "inv.total",
      "ent.new_capital",
      "ent.new_capital_ytd",
      "ntp.capital.plan",
      "ntp.capital.disbursed",
      "kp.output_plan",
      "kp.output_done",
      "prov.grdp.value",
    ],
  },
  {
    // Outstanding credit exceeds 15 million tỷ đồng.
    unit: text("triệu tỷ đồng", "VND quadrillion"),
    factor: 0.000001,
    decimals: 2,
    indicators: ["bank.credit.balance"],
  },
  {
    // Monthly trade of the nation runs to tens of thousands of triệu USD.
    unit: text("tỷ USD", "billion USD"),
    factor: 0.001,
    decimals: 2,
    indicators: [
      "trade.export.value",
      "trade.import.value",
      "trade.balance",
      "trade.total",
      "trade.import.value_ytd",
      "trade.export.value_ytd",
      "trade.export.fdi",
      "fdi.disbursed",
    ],
  },
  {
    unit: text("triệu USD", "million USD"),
    factor: 1,
    decimals: 0,
    indicators: ["fdi.new_capital", "fdi.adjusted_capital", "fdi.share_purchase", "fdi.registered_total"],
  },
  {
    // One to two million a month.
    unit: text("triệu lượt khách", "million visitors"),
    factor: 0.000001,
    decimals: 2,
    indicators: ["tour.intl", "tour.intl_ytd"],
  },
  { unit: text("nghìn lượt khách", "thousand visitors"), factor: 0.001, decimals: 1, indicators: ["tour.stay"] },
  { unit: text("triệu lượt khách", "million visitors"), factor: 0.001, decimals: 1, indicators: ["tour.domestic"] },
  {
    unit: text("triệu lượt hành khách", "million passengers"),
    factor: 0.001,
    decimals: 1,
    indicators: ["tr.passenger"],
  },
  {
    unit: text("triệu tấn", "million tonnes"),
    factor: 0.001,
    decimals: 2,
    indicators: ["tr.freight", "tr.port", "agri.rice.output"],
  },
  { unit: text("triệu con", "million head"), factor: 0.001, decimals: 2, indicators: ["agri.pig"] },
  {
    unit: text("triệu người", "million persons"),
    factor: 0.001,
    decimals: 2,
    indicators: ["pop.total", "pop.urban", "lab.force"],
  },
  {
    unit: text("triệu người", "million persons"),
    factor: 0.000001,
    decimals: 2,
    indicators: ["soc.hi_members", "soc.population_mid"],
  },
  {
    unit: text("nghìn người", "thousand persons"),
    factor: 0.001,
    decimals: 1,
    indicators: ["ent.new_labour", "ent.new_labour_ytd"],
  },
  { unit: text("triệu hộ", "million households"), factor: 0.000001, decimals: 2, indicators: ["pov.households_total"] },
  {
    unit: text("triệu tài khoản", "million accounts"),
    factor: 0.000001,
    decimals: 2,
    indicators: ["mps.eid_accounts"],
  },
  { unit: text("triệu học sinh", "million students"), factor: 0.000001, decimals: 2, indicators: ["edu.students"] },
];

/** What exactly is counted, where the unit of the catalogue names two things ("vụ/ca") or a kind of thing ("vụ việc"). */
const OWN_UNIT: Readonly<Record<string, Text>> = {
  "epi.dengue.cases": text("ca", "cases"),
  "epi.dengue.cases_month": text("ca", "cases"),
  "epi.hfmd.cases": text("ca", "cases"),
  "epi.measles.cases": text("ca", "cases"),
  "epi.covid.cases": text("ca", "cases"),
  "epi.new_7d": text("ca/ngày", "cases a day"),
  "saf.traffic.cases": text("vụ", "accidents"),
  "saf.fire.cases": text("vụ", "fires"),
  "env.violations": text("vụ", "cases"),
  "env.violations_handled": text("vụ", "cases"),
  "prov.crime": text("vụ", "cases"),
  "cult.violations": text("vụ", "cases"),
  "press.violations": text("trường hợp", "cases"),
  "gi.complaints_due": text("vụ", "cases"),
  "gi.complaints_done": text("vụ", "cases"),
  "mod.border.entries": text("vụ", "cases"),
  "mod.border.smuggling": text("vụ", "cases"),
  "kp.obstacles_open": text("vướng mắc", "obstacles"),
  "prov.citizen_reception": text("đơn", "petitions"),
  "oog.petitions_open": text("kiến nghị", "petitions"),
  "leg.docs_late": text("văn bản", "documents"),
  "dis.road_blocked": text("điểm", "sites"),
  "prov.flood_points": text("điểm", "sites"),
  "prov.landslide_points": text("điểm", "sites"),
};

const SCALE_OF = new Map(SCALES.flatMap((scale) => scale.indicators.map((code) => [code, scale] as const)));

/** How an indicator is shown; indicators without a scale of their own are shown in their unit with their decimals. */
export function displayOf(indicator: { code: string; unit: string; decimals: number }): Display {
  const scale = SCALE_OF.get(indicator.code);
  if (scale) return { unit: scale.unit, factor: scale.factor, decimals: scale.decimals };
  const unit = OWN_UNIT[indicator.code] ?? UNITS[indicator.unit];
  if (!unit) throw new Error(`unit ${indicator.unit} of ${indicator.code} is not in the unit catalogue`);
  return { unit, factor: 1, decimals: indicator.decimals };
}

/** Codes named in the tables above, for the test that each of them exists. */
export function displayedCodes(): string[] {
  return [...SCALE_OF.keys(), ...Object.keys(OWN_UNIT)];
}
