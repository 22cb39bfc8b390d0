import { readFileSync } from "node:fs";
import { z } from "zod";
import { type CsvRow, readCsv } from "./read-csv.ts";

const Codes = z.record(z.string(), z.string());
const Where = z.record(
  z.string(),
  z.object({ in: z.array(z.string()).optional(), notIn: z.array(z.string()).optional() }),
);

const BreakdownRule = z.object({
  dimension: z.string(),
  column: z.string(),
  codes: Codes,
  when: Codes.optional(),
  by: z.object({ column: z.string(), codes: Codes }).optional(),
});

const ColumnRule = z.object({
  column: z.string(),
  indicator: z.union([z.string(), z.object({ column: z.string(), lookup: Codes })]),
  offset: z.number(),
  factor: z.literal(1),
  status: z.string(),
  periodShift: z.literal(-1).optional(),
  periodRule: z.object({ to: z.literal("quarter") }).optional(),
  breakdown: z.array(BreakdownRule).optional(),
  where: Where.optional(),
});
export type ColumnRule = z.infer<typeof ColumnRule>;

const PublishedTable = z.object({
  file: z.string().endsWith(".csv"),
  key: z.array(z.string()),
  period: z.object({ column: z.string(), type: z.enum(["month", "quarter", "year"]) }),
  area: z.object({
    const: z.string().optional(),
    column: z.string().optional(),
    prefix: z.string().optional(),
    values: Codes.optional(),
    blank: z.string().optional(),
  }),
  breakdown: z.array(BreakdownRule).optional(),
  columns: z.array(ColumnRule),
  statusByPeriod: Codes.optional(),
  defects: z.array(z.object({ period: z.string(), column: z.string().nullable(), action: z.string() })).default([]),
});
export type PublishedTable = z.infer<typeof PublishedTable>;
export type BreakdownRule = z.infer<typeof BreakdownRule>;

const ExpectedRows = z.object({
  records: z.number(),
  cells: z.number(),
  byIndicator: z.record(z.string(), z.object({ records: z.number(), cells: z.number() })),
});

const PublishedDocument = z.object({
  file: z.string().endsWith(".json"),
  values: z.array(z.object({ path: z.string(), indicator: z.string(), status: z.string() })),
});

const Mapping = z.object({ files: z.array(z.union([PublishedTable, PublishedDocument])), expectedRows: ExpectedRows });

const FOLDER = new URL("../../../seed/data/real/", import.meta.url);
const textOf = (file: string) => readFileSync(new URL(file, FOLDER), "utf8");
const mapping = () => Mapping.parse(JSON.parse(textOf("mapping.json")));

/** The rows of a published table, in the order of the file. */
export function publishedRows(file: string): CsvRow[] {
  return readCsv(textOf(file));
}

/** The tables of the publication with the rules that read them. */
export function publishedTables(): PublishedTable[] {
  return mapping().files.flatMap((file) => ("columns" in file ? [file] : []));
}

/** How many values the publication holds, by its own account. */
export function expectedRows(): z.infer<typeof ExpectedRows> {
  return mapping().expectedRows;
}

const Overview = z.object({
  observed_at: z.string(),
  overview: z.object({ totalScore: z.number() }),
  radar: z.array(z.tuple([z.string(), z.number(), z.number()])),
});

/** The figures of the national overview: indicator → value, all of the year of observation. */
export function publishedOverview(): { indicator: string; period: string; value: number; status: string }[] {
  return mapping().files.flatMap((file) => {
    if (!("values" in file)) return [];
    const document = Overview.parse(JSON.parse(textOf(file.file)));
    return file.values.map(({ path, indicator, status }) => {
      const label = /^radar\[(\w+)\]\[1\]$/.exec(path)?.[1];
      const value =
        label === undefined
          ? document.overview.totalScore
          : (document.radar.find(([name]) => name === label)?.[1] ?? Number.NaN);
      return { indicator, period: document.observed_at.slice(0, 4), value, status };
    });
  });
}
