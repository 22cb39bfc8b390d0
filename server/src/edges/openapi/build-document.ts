import { VERSION } from "../../platform/version.ts";
import { PROBLEMS } from "../rest/problems.ts";
import { componentSchemas } from "./components.ts";
import type { Answer, Contents, JsonSchema, Operation, Parameter, Tag } from "./operation.ts";
import { OPERATIONS } from "./operations.ts";
import { problemAnswer, problemsOf, REQUEST_ID } from "./problem-answers.ts";

const TAGS: Readonly<Record<Tag, { description: string; "x-vi": string }>> = {
  submissions: { description: "Push values, read receipts again.", "x-vi": "Gửi số liệu, đọc lại biên nhận." },
  observations: {
    description: "Read and explain values, follow changes.",
    "x-vi": "Đọc, giải thích, theo dõi thay đổi.",
  },
  feeds: { description: "What a source system asks about itself.", "x-vi": "Tình trạng kênh cung cấp dữ liệu." },
  catalogue: { description: "Indicators, code lists, areas, agencies, sets.", "x-vi": "Danh mục." },
  service: { description: "Addresses, limits, keys of receipts, health.", "x-vi": "Thông tin chung." },
};

/** The wire contract as OpenAPI 3.1. Pure: the same code gives the same document. */
export function buildDocument(): JsonSchema {
  return {
    openapi: "3.1.1",
    info: {
      title: "Bộ chỉ số: wire contract v1",
      version: VERSION,
      summary: "How systems push values of indicators and read them.",
      description:
        "2xx means that every row accepted is on disk, readable, applied exactly once however often it is sent, and covered by a receipt. Answers may gain members within v1: ignore those you do not know. A guide with examples stands at `/api/docs`.",
      "x-vi": "Cách các hệ thống gửi và đọc số liệu. Hướng dẫn kèm ví dụ tại /api/docs.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    servers: [{ url: "/", description: "This instance." }],
    tags: Object.entries(TAGS).map(([name, text]) => ({ name, ...text })),
    paths: pathsOf(OPERATIONS),
    components: {
      securitySchemes: {
        feedKey: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "bcs_<keyId>_<secret>",
          description: "The key of a feed.",
        },
        readerKey: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "bcs_<keyId>_<secret>",
          description: "A reader's key.",
        },
      },
      headers: {
        RequestId: {
          description: "Id of the request, as in the log.",
          required: true,
          schema: { type: "string", format: "uuid" },
        },
      },
      schemas: componentSchemas(),
    },
    "x-problem-codes": Object.entries(PROBLEMS).map(([code, { status, title }]) => ({ code, status, title })),
  };
}

function pathsOf(operations: readonly Operation[]): JsonSchema {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const path = paths[operation.path] ?? {};
    paths[operation.path] = { ...path, [operation.method]: operationOf(operation) };
  }
  return paths;
}

function operationOf(operation: Operation): JsonSchema {
  const { id, tag, summary, description, parameters = [], body } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary: summary.en,
    "x-summary-vi": summary.vi,
    description,
    security: securityOf(operation),
    ...(parameters.length === 0 ? {} : { parameters: parameters.map(parameterOf) }),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            description: body.text.en,
            "x-vi": body.text.vi,
            required: body.required,
            content: contentOf(body.content),
          },
        }),
    responses: responsesOf(operation),
  };
}

function securityOf({ key }: Operation): readonly JsonSchema[] {
  if (key === "none") return [];
  return key === "feed" ? [{ feedKey: [] }] : [{ feedKey: [] }, { readerKey: [] }];
}

function parameterOf({ name, in: place, required = false, text, schema, example, repeats, spreads }: Parameter) {
  return {
    name,
    in: place,
    required: required || place === "path",
    description: text.en,
    "x-vi": text.vi,
    ...(repeats || spreads ? { style: "form", explode: true } : {}),
    schema: repeats ? { type: "array", items: schema } : schema,
    ...(example === undefined ? {} : { example: repeats ? [example] : example }),
  };
}

function responsesOf(operation: Operation): JsonSchema {
  const responses = new Map<string, JsonSchema>();
  for (const [status, answer] of Object.entries(operation.answers)) responses.set(status, answerOf(answer));
  for (const [status, codes] of problemsOf(operation)) responses.set(status, problemAnswer(codes));
  return Object.fromEntries([...responses].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function answerOf({ text, headers = {}, content }: Answer): JsonSchema {
  const described = Object.entries(headers).map(([name, header]) => [
    name,
    {
      description: header.text.en,
      "x-vi": header.text.vi,
      ...(header.required ? { required: true } : {}),
      schema: { type: "string" },
    },
  ]);
  return {
    description: text.en,
    "x-vi": text.vi,
    headers: { "X-Request-Id": REQUEST_ID, ...Object.fromEntries(described) },
    ...(content === undefined ? {} : { content: contentOf(content) }),
  };
}

function contentOf(contents: Contents): JsonSchema {
  const entries = Object.entries(contents).map(([mediaType, { schema, example, columns }]) => [
    mediaType,
    {
      schema,
      ...(example === undefined ? {} : { example }),
      ...(columns === undefined ? {} : { "x-columns": columns }),
    },
  ]);
  return Object.fromEntries(entries);
}
