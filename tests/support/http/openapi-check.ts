import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { openApiDocument } from "../../../server/src/edges/openapi/serve-document.ts";

/** What was asked and how it was answered. */
export interface Exchange {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

interface MediaType {
  readonly schema: object;
  readonly "x-columns"?: readonly string[];
}
interface Described {
  readonly headers?: Readonly<Record<string, { readonly $ref?: string; readonly required?: boolean }>>;
  readonly content?: Readonly<Record<string, MediaType>>;
}
interface DescribedOperation {
  readonly responses: Readonly<Record<string, Described>>;
}
/** The parts of an OpenAPI document that an answer is held against. */
export interface DescribedApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>>; readonly headers: Described["headers"] };
}

/** Says what of an answer the document does not describe; empty where it is as described. */
export type AnswerCheck = (exchange: Exchange) => readonly string[];

const METHODS_OF_HTTP = new Set(["get", "post"]);

/**
 * Holds answers against a document: address, method, status, headers that must be there, media type, and the schema of
 * JSON. The document lets answers gain members; here they are closed, so that no member goes undescribed.
 */
export function createAnswerCheck(document: DescribedApi): AnswerCheck {
  const validate = createValidators(document);
  const addresses = Object.entries(document.paths).map(([path, operations]) => {
    const pattern = path.replaceAll(".", "\\.").replaceAll(/\{[^}]+\}/g, "[^/]+");
    return { path, operations, pattern: new RegExp(`^${pattern}/?$`) };
  });
  return (exchange) => {
    const path = exchange.path.split("?", 1)[0] ?? "";
    // An address without placeholders goes first: /observations/explain.
    const found = addresses
      .filter(({ pattern }) => pattern.test(path))
      .toSorted((a, b) => braces(a.path) - braces(b.path))[0];
    if (found === undefined) return expectProblem(exchange, 404, "not-found");
    const method = exchange.method.toLowerCase();
    const operation = found.operations[method === "head" ? "get" : method];
    if (operation === undefined || !METHODS_OF_HTTP.has(method))
      return expectProblem(exchange, 405, "method-not-allowed");
    const where = `${method} ${found.path} ${exchange.status}`;
    const answer = operation.responses[String(exchange.status)];
    if (answer === undefined) return [`${where}: the status is not described`];
    return checkDescribed({ where, answer, exchange, document, validate });
  };
}

function braces(path: string): number {
  return path.split("{").length;
}

function checkDescribed(input: {
  where: string;
  answer: Described;
  exchange: Exchange;
  document: DescribedApi;
  validate: (where: string, mediaType: string, schema: object) => ValidateFunction;
}): string[] {
  const { where, answer, exchange, document, validate } = input;
  const faults: string[] = [];
  for (const [name, header] of Object.entries(answer.headers ?? {})) {
    const { required } = header.$ref === undefined ? header : (document.components.headers?.RequestId ?? header);
    if (required && !exchange.headers.has(name)) faults.push(`${where}: the header ${name} is missing`);
  }
  const sent = exchange.headers.get("content-type");
  if (answer.content === undefined) {
    if (exchange.text !== "") faults.push(`${where}: a body where none is described`);
    return faults;
  }
  const mediaType = (sent ?? "").replace(/; *charset=utf-8$/, "");
  const described = answer.content[mediaType];
  if (described === undefined) return [...faults, `${where}: the media type ${sent} is not described`];
  const columns = described["x-columns"];
  if (columns !== undefined && exchange.text.split("\r\n", 1)[0] !== columns.join(","))
    faults.push(`${where}: the columns are not those described`);
  const check = validate(where, mediaType, described.schema);
  if (!check(mediaType.endsWith("json") ? JSON.parse(exchange.text) : exchange.text)) {
    for (const { instancePath, message, params } of check.errors ?? [])
      faults.push(`${where}: ${instancePath || "/"} ${message} ${JSON.stringify(params)}`);
  }
  return faults;
}

function expectProblem({ method, path, status, text }: Exchange, expected: number, code: string): string[] {
  const isSaid = status === expected && text.includes(`"code":"${code}"`);
  return isSaid ? [] : [`${method} ${path} ${status}: the document knows no such operation`];
}

function createValidators(document: DescribedApi) {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: false, validateFormats: false });
  ajv.addVocabulary(["x-vi"]);
  for (const [name, schema] of Object.entries(document.components.schemas))
    ajv.addSchema({ ...relocated(schema), $id: name });
  const compiled = new Map<string, ValidateFunction>();
  return (where: string, mediaType: string, schema: object): ValidateFunction => {
    const key = `${where} ${mediaType}`;
    const validate = compiled.get(key) ?? ajv.compile(relocated(schema));
    compiled.set(key, validate);
    return validate;
  };
}

/** A schema whose references are names, and whose objects are closed where the document leaves them open by silence. */
function relocated(schema: object): object {
  const text = JSON.stringify(schema, (name, value: unknown) => {
    if (name === "$ref" && typeof value === "string") return value.replace("#/components/schemas/", "");
    return isObjectSchema(value) ? { ...value, additionalProperties: false } : value;
  });
  return JSON.parse(text) as object;
}

function isObjectSchema(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  return "properties" in value && "type" in value && value.type === "object" && !("additionalProperties" in value);
}

/** The document that is served. */
export function servedApi(): DescribedApi {
  return openApiDocument() as unknown as DescribedApi;
}

/** Says whether a value has the shape of a named schema of the document. */
export function schemaCheck(name: string): (value: unknown) => boolean {
  const check = createValidators(servedApi())(name, "", { $ref: `#/components/schemas/${name}` });
  // What is sent leaves absent members out.
  return (value) => check(JSON.parse(JSON.stringify(value)));
}

let served: AnswerCheck | undefined;

/** Throws where the served document does not describe the answer. Addresses that are no API are passed over. */
export function expectDescribed(exchange: Exchange): void {
  if (!/^\/(api|livez|readyz|\.well-known)/.test(exchange.path) || exchange.path.startsWith("/api/docs")) return;
  served ??= createAnswerCheck(servedApi());
  const faults = served(exchange);
  if (faults.length > 0) throw new Error(`OpenAPI:\n${faults.slice(0, 10).join("\n")}\n${exchange.text.slice(0, 600)}`);
}
