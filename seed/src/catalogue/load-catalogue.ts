import { IndicatorDefinition, TargetBand } from "@bochiso/shared/indicator";
import { z } from "zod";
import { type DataDir, defaultDataDir, readDataJson } from "../files/index.ts";
import { displayOf } from "./display.ts";

const FileIndicator = z
  .object({
    code: z.string(),
    name_vi: z.string(),
    name_en: z.string(),
    domain: z.string(),
    unit: z.string(),
    value_type: z.string(),
    period: z.string(),
    accumulation: z.string(),
    method_vi: z.string(),
    method_en: z.string(),
    formula: z.string().nullable(),
    acceptsReported: z.boolean(),
    breakdowns: z.array(z.object({ dimension: z.string(), required: z.boolean() })),
    headlineBreakdown: z.record(z.string(), z.record(z.string(), z.string())).optional(),
    aggregation: z.object({ area: z.string(), time: z.string(), weight: z.string().optional() }),
    decimals: z.number(),
    direction: z.string(),
    limits: z
      .object({ min: z.number().nullable(), max: z.number().nullable(), minExclusive: z.boolean().optional() })
      .nullable(),
    targetBand: TargetBand.nullable(),
    /** Where the method of assessment is not the default of `defaultRule`. */
    statusRule: z.object({}).loose().optional(),
    comparability: z.array(z.string()),
    breaks: z.array(
      z.object({
        from: z.string(),
        areas: z.array(z.string()).optional(),
        reason_vi: z.string(),
        reason_en: z.string(),
      }),
    ),
    data_source: z.string(),
    responsible_agency: z.string(),
    dueRule: z.object({}).loose().nullable(),
    class: z.string(),
    legal_basis: z.string(),
    criteria_10_5: z.array(z.string()),
    groups: z.array(z.string()),
    ministries: z.array(z.string()).optional(),
    component_only: z.boolean(),
    evidence: z.string(),
    review: z.string(),
  })
  .loose();
type FileIndicator = z.infer<typeof FileIndicator>;

const CatalogueFile = z.object({ indicators: z.array(FileIndicator) });

function toDefinition(entry: FileIndicator): IndicatorDefinition {
  return IndicatorDefinition.parse({
    code: entry.code,
    version: 1,
    name: { vi: entry.name_vi, en: entry.name_en },
    domain: entry.domain,
    unit: entry.unit,
    valueType: entry.value_type,
    periodType: entry.period,
    accumulation: entry.accumulation,
    method: { vi: entry.method_vi, en: entry.method_en },
    formula: entry.formula,
    acceptsReported: entry.acceptsReported,
    breakdowns: entry.breakdowns,
    headlineBreakdown: entry.headlineBreakdown ?? {},
    aggregation: entry.aggregation,
    decimals: entry.decimals,
    display: displayOf(entry),
    direction: entry.direction,
    limits: entry.limits ?? { min: null, max: null },
    targetBand: entry.targetBand,
    ...(entry.statusRule === undefined ? {} : { statusRule: entry.statusRule }),
    comparability: entry.comparability,
    breaks: entry.breaks.map((it) => ({
      from: it.from,
      ...(it.areas ? { areas: it.areas } : {}),
      reason: { vi: it.reason_vi, en: it.reason_en },
    })),
    dataSource: entry.data_source,
    responsibleAgency: entry.responsible_agency,
    dueRule: entry.dueRule,
    class: entry.class,
    legalBasis: entry.legal_basis,
    criteria: entry.criteria_10_5,
    groups: entry.groups,
    ministries: entry.ministries ?? [],
    componentOnly: entry.component_only,
    evidence: entry.evidence,
    review: entry.review,
    effectiveFrom: null,
  });
}

/**
 * The 360 indicator definitions, version 1, in the order of the file. `effectiveFrom` is null: the entries
 * come in force by the initial import, no decision has issued them.
 */
export function loadCatalogue(dataDir: DataDir = defaultDataDir()): IndicatorDefinition[] {
  const file = CatalogueFile.parse(readDataJson(dataDir, "catalog/indicators.json"));
  return file.indicators.map(toDefinition);
}
