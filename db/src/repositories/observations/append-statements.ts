import { defineStatement, type ParameterTypes, type Statement } from "../../statement/index.ts";
import type { NewObservation } from "./observation.ts";
import { CONTENT_COLUMNS, CONTENT_SQL } from "./observation-columns.ts";

const KEY = { seriesId: "bigint", ordinal: "int", commitSeq: "bigint" } as const;
const ROW = ["series_id", "ordinal", "revision", "commit_seq", ...CONTENT_SQL];

type Property = keyof typeof CONTENT_COLUMNS;

/**
 * What rows say, from the least to everything. A row is appended by the first shape that has all it says: a parameter costs
 * as much as what it stores.
 */
const SHAPES = {
  number: ["value", "valueText", "status", "way"],
  computed: [
    ...(["value", "status", "missingReason", "errorCode", "retracted", "way"] as const),
    ...(["coverageHave", "coverageOf", "coverageWeight"] as const),
  ],
  any: Object.keys(CONTENT_COLUMNS) as Property[],
} as const satisfies Record<string, readonly Property[]>;
export type AppendShape = keyof typeof SHAPES;

/** The shape of a row. */
export function shapeOf(row: NewObservation): AppendShape {
  if (row.note != null || row.windowStart != null || row.windowEnd != null || row.baseYear != null || row.flags != null)
    return "any";
  const isNumber = row.missingReason == null && row.errorCode == null && !row.retracted;
  if (isNumber && row.coverageHave == null && row.coverageOf == null && row.coverageWeight == null) return "number";
  return row.valueText == null ? "computed" : "any";
}

/** A row as it is appended: what is left out is null. */
type AppendedRow = {
  readonly [K in keyof typeof KEY]?: ParameterTypes[(typeof KEY)[K]] | null | undefined;
} & {
  readonly [K in Property]?: ParameterTypes[(typeof CONTENT_COLUMNS)[K]["type"]] | null | undefined;
};
export type Append = Statement<AppendedRow, never>;

/** Adding zero makes minus zero zero: SQLite does not keep its sign, PostgreSQL would. */
const READ: Readonly<Partial<Record<Property, string>>> = {
  value: "v.value + 0.0",
  retracted: "COALESCE(v.retracted, 0)",
};

function insertSql(properties: readonly Property[]): string {
  const content: readonly (readonly [string, string])[] = [
    ...properties.map((it) => [CONTENT_COLUMNS[it].column, READ[it] ?? `v."${it}"`] as const),
    ...(properties.includes("retracted") ? [] : [["retracted", "0"] as const]),
  ];
  return `INSERT INTO observation (series_id, ordinal, revision, commit_seq, ${content.map(([column]) => column).join(", ")})
    SELECT v."seriesId", v.ordinal, 1, v."commitSeq", ${content.map(([, read]) => read).join(", ")} FROM {rows}`;
}

/** Columns left out of the insert are null in `excluded`, so a rare value of the old revision does not linger. */
const REPLACE = `WHERE true ON CONFLICT (series_id, ordinal) DO UPDATE SET revision = observation.revision + 1,
  commit_seq = excluded.commit_seq, ${CONTENT_SQL.map((column) => `${column} = excluded.${column}`).join(", ")}`;

function appendOf(shape: AppendShape): { readonly first: Append; readonly next: Append } {
  const properties: readonly Property[] = SHAPES[shape];
  const content = Object.fromEntries(properties.map((it) => [it, CONTENT_COLUMNS[it].type]));
  const sql = insertSql(properties);
  const parameters = { ...KEY, ...content };
  return {
    first: defineStatement<never>()(`insert_first_${shape}`, parameters, sql),
    next: defineStatement<never>()(`put_${shape}`, parameters, `${sql} ${REPLACE}`),
  };
}

/**
 * Of each shape: the first revision of cells known to be new, where a cell that exists is a key violation; and the next
 * revision of cells, whether they exist or not.
 */
export const APPEND: Readonly<Record<AppendShape, { readonly first: Append; readonly next: Append }>> = {
  number: appendOf("number"),
  computed: appendOf("computed"),
  any: appendOf("any"),
};

/** Keeps the current revisions as superseded. */
export const supersede: Append = defineStatement<never>()(
  "supersede_observation",
  KEY,
  `INSERT INTO observation_revision (${ROW.join(", ")}, superseded_seq)
   SELECT ${ROW.map((column) => `o.${column}`).join(", ")}, v."commitSeq"
   FROM {rows} JOIN observation o ON o.series_id = v."seriesId" AND o.ordinal = v.ordinal`,
);
