import { type ProblemCode, problemOf } from "../rest/problems.ts";
import { type JsonSchema, named, type Operation } from "./operation.ts";

/** Asked for with parameters of its own, any operation of the API may refuse them. */
const OF_ALL: readonly ProblemCode[] = ["parameter-unknown", "parameter-malformed", "internal"];
const OF_KEYS: readonly ProblemCode[] = ["key-invalid"];
/** Answer before anything is asked of them. */
const WITHOUT_PARAMETERS: ReadonlySet<string> = new Set(["/livez", "/readyz"]);

/** Every problem an operation may answer, by status. */
export function problemsOf({ path, key, problems }: Operation): Map<string, ProblemCode[]> {
  const common: readonly ProblemCode[] = WITHOUT_PARAMETERS.has(path) ? ["parameter-malformed", "internal"] : OF_ALL;
  const found = new Map<string, ProblemCode[]>();
  for (const code of new Set([...common, ...(key === "none" ? [] : OF_KEYS), ...problems])) {
    const status = String(problemOf(code).status);
    found.set(status, [...(found.get(status) ?? []), code]);
  }
  return found;
}

/** The description, headers and schema of the problems of one status. */
export function problemAnswer(codes: readonly ProblemCode[]): JsonSchema {
  const lines = codes.map((code) => `\`${code}\`: ${problemOf(code).title.en}`);
  const vi = codes.map((code) => `${code}: ${problemOf(code).title.vi}`);
  return {
    description: lines.join("; "),
    "x-vi": vi.join("; "),
    headers: { "X-Request-Id": REQUEST_ID, ...headersOf(codes) },
    content: { "application/problem+json": { schema: schemaOf(codes) } },
  };
}

/** The header that every answer has. */
export const REQUEST_ID: JsonSchema = { $ref: "#/components/headers/RequestId" };

function headersOf(codes: readonly ProblemCode[]): JsonSchema {
  const waits = codes.filter((code) => problemOf(code).retryAfter !== undefined);
  return {
    ...(waits.length === 0
      ? {}
      : {
          "Retry-After": {
            description: `Seconds to wait before sending again (${waits.join(", ")}).`,
            ...(waits.length === codes.length ? { required: true } : {}),
            schema: { type: "integer", minimum: 1 },
          },
        }),
    ...(codes.includes("rows-refused")
      ? {
          "Preference-Applied": {
            description: "Where rows were refused: how they were taken.",
            schema: { type: "string" },
          },
        }
      : {}),
    ...(codes.includes("key-invalid")
      ? { "WWW-Authenticate": { description: "Bearer.", required: true, schema: { type: "string" } } }
      : {}),
  };
}

/** Refused rows have a form of their own; all others are told apart by their code alone. */
function schemaOf(codes: readonly ProblemCode[]): JsonSchema {
  const rows = codes.includes("rows-refused") ? [withCodes("RowsRefusedProblem", ["rows-refused"])] : [];
  const others = codes.filter((code) => code !== "rows-refused");
  const rest = others.length === 0 ? [] : [withCodes("Problem", others)];
  const [first, ...more] = [...rows, ...rest];
  return first !== undefined && more.length === 0 ? first : { anyOf: [first, ...more] };
}

function withCodes(schema: "Problem" | "RowsRefusedProblem", codes: readonly ProblemCode[]): JsonSchema {
  return { allOf: [named(schema), { properties: { code: { enum: codes } }, additionalProperties: true }] };
}
