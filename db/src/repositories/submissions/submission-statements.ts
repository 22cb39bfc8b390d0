import { defineStatement, type ParameterType } from "../../statement/index.ts";
import type { SubmissionRecord } from "./submission-record.ts";

/** A submission as its table holds it. */
export type StoredSubmission = Omit<SubmissionRecord, "counts"> & SubmissionRecord["counts"];

const COLUMNS = {
  id: "text",
  feed: "text",
  sequence: "bigint",
  idempotencyKey: "text",
  requestSha256: "text",
  contentSha256: "text",
  rowsRoot: "text",
  received: "int",
  created: "int",
  revised: "int",
  unchanged: "int",
  retracted: "int",
  rejected: "int",
  publisher: "text",
  document: "text",
  sentAt: "text",
  receivedAt: "text",
  commitSeq: "bigint",
  responseStatus: "int",
  responseType: "text",
  responseBody: "bytes",
  keyId: "text",
} as const satisfies Record<keyof StoredSubmission, ParameterType>;

/** Its properties with the columns they stand in: `responseBody` in `response_body`. */
const NAMES = Object.keys(COLUMNS).map((property) => ({
  property,
  column: property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
}));

/** Stores a submission; none where the feed has used the key or the sequence number, or the commit has one. */
export const insertRow = defineStatement<never>()(
  "insert_submission",
  COLUMNS,
  `INSERT INTO submission (${NAMES.map(({ column }) => column).join(", ")})
   SELECT ${NAMES.map(({ property }) => `v."${property}"`).join(", ")} FROM {rows}
   WHERE true ON CONFLICT DO NOTHING`,
);

/** Asked by every submission, twice. */
export const findByIdempotencyKey = defineStatement<StoredSubmission>()(
  "find_submission_by_key",
  { feed: "text", idempotencyKey: "text" },
  `SELECT ${NAMES.map(({ property, column }) => `s.${column} AS "${property}"`).join(", ")}
   FROM {rows} JOIN submission s ON s.feed = v.feed AND s.idempotency_key = v."idempotencyKey"`,
);
