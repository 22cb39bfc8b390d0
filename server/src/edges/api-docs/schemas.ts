import type { Language } from "@bochiso/shared/text";
import { componentSchemas } from "../openapi/components.ts";
import type { JsonSchema } from "../openapi/operation.ts";
import type { Section } from "./guide.ts";
import { Html, html, inline, prose, table } from "./html.ts";

/** The name a schema refers to, null where it stands for itself. */
export function schemaName(schema: JsonSchema): string | null {
  const { $ref } = schema;
  return typeof $ref === "string" ? ($ref.split("/").at(-1) ?? null) : null;
}

/** The forms of what is sent and answered. */
export const SCHEMAS: Section = {
  id: "schemas",
  title: { vi: "Tham chiếu: các dạng dữ liệu", en: "Reference: schemas" },
  body: ({ language }) =>
    new Html("").concat(
      ...Object.entries(componentSchemas()).map(([name, schema]) => schemaPart(name, schema, language)),
    ),
};

function schemaPart(name: string, schema: JsonSchema, language: Language): Html {
  const said = textOf(schema, language);
  return html`<details id="schema-${name}"><summary><code>${name}</code></summary>${said === "" ? "" : prose(said)}${
    isObject(schema["properties"])
      ? membersPart(schema, schema["properties"], language)
      : html`<p>${typeOf(schema)}</p>`
  }</details>`;
}

function membersPart(schema: JsonSchema, properties: JsonSchema, language: Language): Html {
  const required: unknown = schema["required"];
  const isRequired = (name: string): boolean => Array.isArray(required) && required.includes(name);
  const rows = Object.entries(properties).flatMap(([name, member]) =>
    isObject(member)
      ? [[html`<code>${name}</code>${isRequired(name) ? "" : "?"}`, typeOf(member), inline(textOf(member, language))]]
      : [],
  );
  const heads = { vi: ["Tên", "Kiểu", "Nghĩa"], en: ["Name", "Type", "Meaning"] } as const;
  return table(heads[language], rows);
}

/** What a schema says of itself; in Vietnamese where it does. */
function textOf(schema: JsonSchema, language: Language): string {
  const { description, "x-vi": vi } = schema;
  if (language === "vi" && typeof vi === "string") return vi;
  return typeof description === "string" ? description : "";
}

function typeOf(schema: JsonSchema): Html {
  const name = schemaName(schema);
  if (name !== null) return html`<a href="#schema-${name}">${name}</a>`;
  const { anyOf, enum: choices, const: only, type, items } = schema;
  if (Array.isArray(anyOf))
    return html`${anyOf.filter(isObject).map((each, at) => html`${at === 0 ? "" : " | "}${typeOf(each)}`)}`;
  if (Array.isArray(choices)) return html`${choices.map((each) => html`<code>${String(each)}</code> `)}`;
  if (only !== undefined) return html`<code>${JSON.stringify(only)}</code>`;
  if (type === "array" && isObject(items)) return html`[ ${typeOf(items)} ]`;
  if (Array.isArray(type)) return html`${type.join(" | ")}`;
  return html`${typeof type === "string" ? type : "…"}`;
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
