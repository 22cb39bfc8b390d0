import { defineStatement, type ParameterColumns, type ParameterTypes, type Statement } from "../../statement/index.ts";
import { COMMON_COLUMNS, CONTENT_SQL, RARE_COLUMNS } from "./observation-columns.ts";

const KEY = { seriesId: "bigint", ordinal: "int", commitSeq: "bigint" } as const;
const ROW = ["series_id", "ordinal", "revision", "commit_seq", ...CONTENT_SQL];

const PARAMETERS = {
  ...KEY,
  value: "real",
  valueText: "text",
  status: "text",
  missingReason: "text",
  errorCode: "text",
  retracted: "int",
  note: "text",
  way: "text",
} as const satisfies ParameterColumns;
const RARE_PARAMETERS = {
  ...PARAMETERS,
  windowStart: "text",
  windowEnd: "text",
  baseYear: "int",
  coverageHave: "int",
  coverageOf: "int",
  coverageWeight: "real",
  flags: "text",
} as const satisfies ParameterColumns;

/** Adding zero makes minus zero zero: SQLite does not keep its sign, PostgreSQL would. */
const READ: Readonly<Record<string, string>> = { value: "v.value + 0.0", retracted: "COALESCE(v.retracted, 0)" };

function insertSql(columns: typeof COMMON_COLUMNS): string {
  const content = Object.entries(columns);
  return `INSERT INTO observation (series_id, ordinal, revision, commit_seq, ${content.map(([, { column }]) => column).join(", ")})
    SELECT v."seriesId", v.ordinal, 1, v."commitSeq", ${content.map(([property]) => READ[property] ?? `v."${property}"`).join(", ")} FROM {rows}`;
}

/** Columns left out of the insert are null in `excluded`, so a rare value of the old revision does not linger. */
const REPLACE = `WHERE true ON CONFLICT (series_id, ordinal) DO UPDATE SET revision = observation.revision + 1,
  commit_seq = excluded.commit_seq, ${CONTENT_SQL.map((column) => `${column} = excluded.${column}`).join(", ")}`;

const COMMON = insertSql(COMMON_COLUMNS);
const ALL = insertSql({ ...COMMON_COLUMNS, ...RARE_COLUMNS });

/** A row as it is appended: what is left out is null. */
type AppendedRow = {
  readonly [K in keyof typeof RARE_PARAMETERS]?: ParameterTypes[(typeof RARE_PARAMETERS)[K]] | null | undefined;
};
export type Append = Statement<AppendedRow, never>;

/** The first revision of cells known to be new; a cell that exists is a key violation. */
export const insertFirst: Append = defineStatement<never>()("insert_first_observation", PARAMETERS, COMMON);
export const insertFirstRare: Append = defineStatement<never>()("insert_first_observation_rare", RARE_PARAMETERS, ALL);

/** The next revision of cells, whether they exist or not. */
export const putCurrent: Append = defineStatement<never>()("put_observation", PARAMETERS, `${COMMON} ${REPLACE}`);
export const putCurrentRare: Append = defineStatement<never>()(
  "put_observation_rare",
  RARE_PARAMETERS,
  `${ALL} ${REPLACE}`,
);

/** Keeps the current revisions as superseded. */
export const supersede: Append = defineStatement<never>()(
  "supersede_observation",
  KEY,
  `INSERT INTO observation_revision (${ROW.join(", ")}, superseded_seq)
   SELECT ${ROW.map((column) => `o.${column}`).join(", ")}, v."commitSeq"
   FROM {rows} JOIN observation o ON o.series_id = v."seriesId" AND o.ordinal = v.ordinal`,
);
