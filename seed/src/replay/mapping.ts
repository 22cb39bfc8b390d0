import { ObservationStatus, Scenario } from "@bochiso/shared/observation";
import { z } from "zod";
import { type DataDir, readDataJson } from "../files/index.ts";

const Codes = z.record(z.string(), z.string());

/** A breakdown code read from a label column; `when` limits it to rows of a kind, `by` answers the other rows. */
const BreakdownRule = z.object({
  dimension: z.string(),
  column: z.string(),
  codes: Codes,
  when: Codes.optional(),
  by: z.object({ column: z.string(), codes: Codes }).optional(),
});
export type BreakdownRule = z.infer<typeof BreakdownRule>;

const Condition = z.union([
  z.object({ in: z.array(z.string()) }).strict(),
  z.object({ notIn: z.array(z.string()) }).strict(),
]);
export type Condition = z.infer<typeof Condition>;

const ValueRule = z.object({
  scenario: Scenario,
  origin: z.literal("reported"),
  factor: z.number(),
  offset: z.number(),
  status: ObservationStatus,
});

/** How one value column becomes observations. */
const ColumnRule = ValueRule.extend({
  column: z.string(),
  indicator: z.union([z.string(), z.object({ column: z.string(), lookup: Codes })]),
  breakdown: z.array(BreakdownRule).optional(),
  where: z.record(z.string(), Condition).optional(),
  rowFields: z.object({ baseYear: z.string() }).strict().optional(),
  periodShift: z.number().int().default(0),
  periodRule: z.object({ to: z.literal("quarter"), rule: z.literal("quarter that ends with the month") }).optional(),
  otherwise: z.literal("not used").optional(),
  note: z.string().optional(),
}).strict();
export type ColumnRule = z.infer<typeof ColumnRule>;

const PathRule = ValueRule.extend({ path: z.string(), indicator: z.string() }).strict();

const AreaRule = z.union([
  z.object({ const: z.string() }).strict(),
  z
    .object({
      column: z.string(),
      codeset: z.string(),
      prefix: z.string(),
      values: Codes.optional(),
      blank: z.string().optional(),
    })
    .strict(),
]);
export type AreaRule = z.infer<typeof AreaRule>;

const Defect = z.object({
  period: z.string(),
  rows: z.array(z.number().int()),
  column: z.string().nullable(),
  what: z.string(),
  action: z.string().regex(/^(skip|missing|load)/),
});
export type Defect = z.infer<typeof Defect>;

const Shared = z.object({
  file: z.string(),
  credit: z.string(),
  key: z.array(z.string()),
  area: AreaRule,
  defects: z.array(Defect),
  notes: z.array(z.string()),
  expectedRows: z.record(z.string(), z.number().int()),
});

const TableMapping = Shared.extend({
  format: z.undefined().optional(),
  period: z.object({ column: z.string(), type: z.enum(["month", "quarter", "year"]), rule: z.string().optional() }),
  columns: z.array(ColumnRule),
  breakdown: z.array(BreakdownRule).optional(),
  statusByPeriod: z.record(z.string(), ObservationStatus).optional(),
  unused: z.array(z.object({ column: z.string(), reason: z.string() })),
}).strict();
export type TableMapping = z.infer<typeof TableMapping>;

const DocumentMapping = Shared.extend({
  format: z.literal("json"),
  period: z.object({ const: z.string(), type: z.literal("year"), rule: z.string() }),
  values: z.array(PathRule),
  unused: z.array(z.object({ path: z.string(), reason: z.string() })),
}).strict();
export type DocumentMapping = z.infer<typeof DocumentMapping>;

/** `real/mapping.json`. Unknown attributes are refused, so that no rule of the mapping is passed over in silence. */
const Mapping = z.object({
  meta: z.object({}).loose(),
  files: z.array(z.union([TableMapping, DocumentMapping])),
  expectedRows: z.object({
    records: z.number().int(),
    cells: z.number().int(),
    byIndicator: z.record(z.string(), z.object({ records: z.number().int(), cells: z.number().int() })),
    note: z.string(),
  }),
});
export type Mapping = z.infer<typeof Mapping>;

/** Reads and checks the mapping of the published tables. */
export function loadMapping(dataDir: DataDir): Mapping {
  return Mapping.parse(readDataJson(dataDir, "real/mapping.json"));
}
