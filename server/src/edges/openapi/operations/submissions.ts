import { KNOWN_PREFERENCES } from "../../../ingestion/known-preferences.ts";
import { LIMITS } from "../../../ingestion/limits.ts";
import { IDEMPOTENCY_KEY_PATTERN } from "../../rest/submissions/idempotency-key.ts";
import { INPUT_FORM, MAX_AGE, MUST_COVER, quoted } from "../../rest/submissions/signature-terms.ts";
import { type Answer, named, type Operation, type Parameter } from "../operation.ts";
import { SUBMISSION_EXAMPLES } from "../submission-examples.ts";

const MEBIBYTE = 1024 * 1024;

const BODIES_IN_LINES = {
  type: "string",
  description:
    "One JSON value a line: first a SubmissionEnvelope, then one SubmittedRow a line; see these schemas. UTF-8, LF or CRLF.",
};
const CSV = {
  type: "string",
  description:
    "Header `indicator,area,period,value`, optionally `status,scenario,note,retract,window,baseYear,classification,unit`, and one column per dimension; RFC 4180, UTF-8 with or without BOM, delimiter `,` or `;` (a decimal comma with `;` only, no thousands separators; with `;` a value such as `1.234`, which has two readings, is refused unless other values of the table write decimals with a point). `window` is `2025-03-01/2025-03-31`, `retract` is `true`. What `GET /api/v1/observations` answers as `text/csv` is accepted as it is: `breakdown` holds `dimension=code` joined by `;`, columns of this system (`revision`, `recordedAt` …) are passed over, and rows with `origin` = `computed` are refused. A `'` that stands at the beginning of a text, or in it behind `,`, `;`, a tab or a line break, and before one of `= + - @` (apostrophes and quotes may stand between) is read without it: exports put it there against spreadsheets that run formulas.",
};
const SDMX =
  "Structure `BCS:OBSERVATIONS(1.0)`; dimensions `INDICATOR`, `REF_AREA`, `SCENARIO`, `TIME_PERIOD` and each breakdown (`budgetHolder` is `BUDGET_HOLDER`), measure `OBS_VALUE`, attributes `OBS_STATUS`, `COMMENT_OBS`, `BASE_YEAR`, `DATA_WINDOW`, `CLASSIFICATION`. Other columns are passed over.";

const HEADERS: readonly Parameter[] = [
  {
    name: "Idempotency-Key",
    in: "header",
    required: true,
    text: {
      en: `1–${LIMITS.idempotencyKeyChars} ASCII characters (space to \`~\`) that name this submission for ever (400 days at least). The same key with the same content returns the stored answer; with other content it is refused.`,
      vi: "Tên duy nhất của lượt gửi, chỉ gồm ký tự ASCII (không dấu); gửi lại cùng khóa và cùng nội dung thì nhận lại đúng câu trả lời cũ.",
    },
    schema: { type: "string", minLength: 1, maxLength: LIMITS.idempotencyKeyChars, pattern: IDEMPOTENCY_KEY_PATTERN },
    example: "customs-2025-03-1",
  },
  {
    name: "Content-Encoding",
    in: "header",
    text: { en: "`gzip` or nothing.", vi: "gzip hoặc bỏ trống." },
    schema: { type: "string", enum: ["gzip", "identity"] },
  },
  {
    name: "Content-Digest",
    in: "header",
    text: {
      en: "SHA-256 (or SHA-512) of the bytes on the wire, after gzip (RFC 9530). Checked when present; a feed may require it.",
      vi: "SHA-256 của các byte truyền đi, sau khi nén; kênh có thể bắt buộc.",
    },
    schema: { type: "string", pattern: "^[a-z0-9-]+=:[A-Za-z0-9+/]+={0,2}:" },
    example: "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:",
  },
  {
    name: "Signature-Input",
    in: "header",
    text: {
      en: `What \`Signature\` covers (RFC 9421): at least ${quoted(MUST_COVER)} (\`"@request-target"\` may stand for path and query), with \`created\` within ${MAX_AGE} seconds of the clock here, the \`keyid\` under which the feed registered its public key, and \`alg\` "ed25519" or none. Checked when present; a feed may require it. Sign anew for each attempt. 401 \`key-invalid\` tells in \`signature\` which part is missing or wrong, and where the signature does not fit the lines that were checked (\`signatureBase\`).`,
      vi: `Nội dung được ký (RFC 9421): ít nhất ${quoted(MUST_COVER)}; created lệch không quá ${MAX_AGE} giây; keyid là mã đã đăng ký cho kênh. Có thì kiểm tra; kênh có thể bắt buộc. Ký lại mỗi lần gửi.`,
    },
    schema: { type: "string" },
    example: INPUT_FORM,
  },
  {
    name: "Signature",
    in: "header",
    text: {
      en: "Ed25519 (RFC 8032) over the signature base of RFC 9421, section 2.5, in base64 between colons, under the label of `Signature-Input`.",
      vi: "Chữ ký Ed25519 trên các dòng theo RFC 9421 mục 2.5, base64 giữa hai dấu hai chấm, cùng nhãn với Signature-Input.",
    },
    schema: { type: "string", pattern: "^[a-z*][a-z0-9_.*-]*=:[A-Za-z0-9+/]+={0,2}:$" },
  },
  {
    name: "Prefer",
    in: "header",
    text: {
      en: "`handling=lenient` stores the sound rows and still answers 422 when others were refused; without it all rows or none. `Preference-Applied` says which was applied; anything else asked for is ignored and named in `warnings`.",
      vi: "handling=lenient: lưu các dòng đúng, vẫn trả 422 nếu có dòng bị từ chối; mặc định tất cả hoặc không dòng nào. Preference-Applied cho biết cách đã áp dụng; nội dung không hiểu được thì bỏ qua và nêu trong warnings.",
    },
    schema: { type: "string", enum: Object.keys(KNOWN_PREFERENCES) },
  },
];

const QUERY: readonly Parameter[] = [
  {
    name: "dryRun",
    in: "query",
    text: {
      en: "`true`: everything is checked and computed, nothing is stored, the key stays free.",
      vi: "true: kiểm tra thử toàn bộ, không lưu gì.",
    },
    schema: { type: "string", enum: ["true", "false"], default: "false" },
  },
  {
    name: "feed",
    in: "query",
    text: {
      en: "Code of the feed; required with CSV and SDMX-CSV, refused with JSON and NDJSON, which have it in the body.",
      vi: "Mã kênh; bắt buộc với CSV và SDMX-CSV, không dùng với JSON và NDJSON.",
    },
    schema: { type: "string" },
    example: "mof.customs",
  },
  {
    name: "sequence",
    in: "query",
    text: { en: "Counts the feed's submissions (CSV, SDMX-CSV).", vi: "Số thứ tự lượt gửi (CSV, SDMX-CSV)." },
    schema: { type: "integer", minimum: 0, maximum: 999_999_999_999_999 },
  },
  {
    name: "sentAt",
    in: "query",
    text: {
      en: "ISO 8601 with offset, `+` written as `%2B` (CSV, SDMX-CSV).",
      vi: "Thời điểm gửi, dấu + viết %2B (CSV, SDMX-CSV).",
    },
    schema: { type: "string" },
  },
];

const RECEIPT_HEADERS = {
  "Preference-Applied": {
    text: {
      en: "`handling=strict` (all rows or none) or `handling=lenient`: how the rows were taken.",
      vi: "handling=strict (tất cả hoặc không dòng nào) hoặc handling=lenient: cách đã áp dụng.",
    },
    required: true,
  },
  Location: { text: { en: "Where the submission is read again.", vi: "Địa chỉ đọc lại lượt gửi." } },
  "Idempotent-Replayed": {
    text: { en: "`true`: this is the stored answer to an earlier request.", vi: "true: câu trả lời đã lưu trước đó." },
  },
};
const accepted: Answer = {
  text: {
    en: "Every row is on disk, applied exactly once, readable, and covered by the receipt.",
    vi: "Mọi dòng đã lưu, chỉ áp dụng một lần, đọc được ngay và có biên nhận.",
  },
  headers: RECEIPT_HEADERS,
  content: { "application/json": { schema: named("AcceptedSubmission") } },
};
const found: Answer = {
  text: { en: "The submission with what became of each row.", vi: "Lượt gửi và kết quả từng dòng." },
  content: { "application/json": { schema: named("StoredSubmission") } },
};

const post: Operation = {
  id: "postSubmission",
  method: "post",
  path: "/api/v1/submissions",
  tag: "submissions",
  summary: { en: "Push values", vi: "Gửi số liệu" },
  description: `2xx means: every row is on disk, applied exactly once however often it is sent, and covered by a receipt. Anything less is not 2xx. All faults of all rows are told in one pass.\n\nLimits: ${LIMITS.wireBytes / MEBIBYTE} MiB on the wire, ${LIMITS.inflatedBytes / MEBIBYTE} MiB inflated, ${LIMITS.observations} observations, ${LIMITS.affectedCells} affected cells, depth ${LIMITS.depth}, texts of ${LIMITS.stringBytes} bytes; the same at \`/api/v1/limits\`.\n\nOn 429, 503, 409 \`idempotency-key-in-use\` and a lost connection send the same bytes again with the same key, after \`Retry-After\` or growing pauses.\n\nOf two submissions for the same cell the one that is stored later stands, and a short one may be stored before a long one that was sent earlier: wait for the answer to a bulk submission before correcting its cells. Where a bulk submission did replace a value received after it, its answer says so in \`warnings\`.`,
  key: "feed",
  parameters: [...HEADERS, ...QUERY],
  body: {
    required: true,
    text: { en: "The submission in one of the formats.", vi: "Lượt gửi ở một trong các định dạng." },
    content: {
      "application/json": { schema: named("Submission"), example: SUBMISSION_EXAMPLES.json },
      "application/x-ndjson": { schema: BODIES_IN_LINES, example: SUBMISSION_EXAMPLES.ndjson },
      "text/csv": { schema: CSV, example: SUBMISSION_EXAMPLES.csv },
      "application/vnd.sdmx.data+csv;version=2.0.0": {
        schema: {
          type: "string",
          description: `SDMX-CSV 2.0: \`STRUCTURE,STRUCTURE_ID\`, optionally \`ACTION\` (I, A, M merge; R replaces; D takes back, with its reason in the column \`BCS_REASON\`). ${SDMX}`,
        },
        example: SUBMISSION_EXAMPLES.sdmx2,
      },
      "application/vnd.sdmx.data+csv;version=1.0.0": {
        schema: { type: "string", description: `SDMX-CSV 1.0: \`DATAFLOW\`; rows merge. ${SDMX}` },
        example: SUBMISSION_EXAMPLES.sdmx1,
      },
    },
  },
  answers: {
    "200": {
      text: {
        en: "The same request came before: the same bytes again. Or, with `dryRun=true`, what it would do.",
        vi: "Đã nhận trước đó: trả lại đúng câu trả lời cũ. Hoặc kết quả kiểm tra thử.",
      },
      headers: RECEIPT_HEADERS,
      content: {
        "application/json": { schema: { anyOf: [named("AcceptedSubmission"), named("CheckedSubmission")] } },
      },
    },
    "201": accepted,
  },
  problems: [
    "idempotency-key-missing",
    "body-malformed",
    "digest-mismatch",
    "not-supported",
    "feed-not-allowed",
    "idempotency-key-in-use",
    "sequence-conflict",
    "sequence-gap",
    "too-large",
    "effect-too-large",
    "media-type-unknown",
    "rows-refused",
    "idempotency-key-reused",
    "rate-limited",
    "storage-failed",
    "busy",
    "storage-low",
  ],
};

const find: Operation = {
  id: "findSubmission",
  method: "get",
  path: "/api/v1/submissions",
  tag: "submissions",
  summary: { en: "Find a submission by its key", vi: "Tìm lượt gửi theo Idempotency-Key" },
  description:
    "For a sender that lost the answer: 404 means that nothing was stored and the same bytes can be sent again.",
  key: "feed",
  parameters: [
    {
      name: "idempotencyKey",
      in: "query",
      required: true,
      text: { en: "The key it was sent with.", vi: "Khóa đã dùng khi gửi." },
      schema: { type: "string" },
      example: "customs-2025-03-1",
    },
  ],
  answers: { "200": found },
  problems: ["feed-not-allowed", "not-found"],
};

const get: Operation = {
  id: "getSubmission",
  method: "get",
  path: "/api/v1/submissions/{id}",
  tag: "submissions",
  summary: { en: "Read a submission again", vi: "Đọc lại một lượt gửi" },
  description: "Receipts are kept for good. Another feed's submission is as unknown as one that does not exist.",
  key: "any",
  parameters: [
    {
      name: "id",
      in: "path",
      required: true,
      text: { en: "Id of the receipt.", vi: "Mã biên nhận." },
      schema: { type: "string" },
    },
  ],
  answers: { "200": found },
  problems: ["not-found"],
};

/** Pushing values and reading submissions again. */
export const SUBMISSION_OPERATIONS: readonly Operation[] = [post, find, get];
