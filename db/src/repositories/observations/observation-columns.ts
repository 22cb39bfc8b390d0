/** What a revision says: property → column and type of its parameter. */
export const CONTENT_COLUMNS = {
  value: { column: "value", type: "real" },
  valueText: { column: "value_text", type: "text" },
  status: { column: "status", type: "text" },
  missingReason: { column: "missing_reason", type: "text" },
  errorCode: { column: "error_code", type: "text" },
  retracted: { column: "retracted", type: "int" },
  note: { column: "note", type: "text" },
  way: { column: "way", type: "text" },
  windowStart: { column: "window_start", type: "text" },
  windowEnd: { column: "window_end", type: "text" },
  baseYear: { column: "base_year", type: "int" },
  coverageHave: { column: "coverage_have", type: "int" },
  coverageOf: { column: "coverage_of", type: "int" },
  coverageWeight: { column: "coverage_weight", type: "real" },
  flags: { column: "flags", type: "text" },
} as const;

const CONTENT = Object.entries(CONTENT_COLUMNS);

/** Every content column as an SQL name. */
export const CONTENT_SQL: readonly string[] = CONTENT.map(([, { column }]) => column);

/** `o.value AS "value", …`: everything a revision says, read from the alias `o`. */
export const SELECT_OBSERVATION = [
  'o.series_id AS "seriesId"',
  'o.ordinal AS "ordinal"',
  'o.revision AS "revision"',
  'o.commit_seq AS "commitSeq"',
  ...CONTENT.map(([property, { column }]) => `o.${column} AS "${property}"`),
].join(", ");
