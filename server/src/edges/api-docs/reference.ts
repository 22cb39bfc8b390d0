import type { Language, Text } from "@bochiso/shared/text";
import type { Answer, Contents, JsonSchema, Operation, Parameter, Tag } from "../openapi/operation.ts";
import { OPERATIONS } from "../openapi/operations.ts";
import { problemsOf } from "../openapi/problem-answers.ts";
import type { Section } from "./guide.ts";
import { code, Html, html, inline, prose, table } from "./html.ts";
import { schemaName } from "./schemas.ts";

const WORDS = {
  parameters: { vi: "Tham số và tiêu đề", en: "Parameters and headers" },
  name: { vi: "Tên", en: "Name" },
  place: { vi: "Vị trí", en: "Where" },
  meaning: { vi: "Nghĩa", en: "Meaning" },
  body: { vi: "Nội dung gửi", en: "Body" },
  answers: { vi: "Trả lời", en: "Answers" },
  form: { vi: "Dạng", en: "Form" },
  required: { vi: "bắt buộc", en: "required" },
  example: { vi: "Ví dụ", en: "Example" },
} as const satisfies Record<string, Text>;

const PLACES = {
  query: { vi: "địa chỉ (query)", en: "query" },
  path: { vi: "địa chỉ (path)", en: "path" },
  header: { vi: "tiêu đề", en: "header" },
} as const satisfies Record<Parameter["in"], Text>;

const KEYS = {
  none: { vi: "Không cần khóa.", en: "No key needed." },
  any: { vi: "Khóa của kênh hoặc khóa chỉ đọc.", en: "The key of a feed or of a reader." },
  feed: { vi: "Khóa của kênh.", en: "The key of a feed." },
} as const satisfies Record<Operation["key"], Text>;

const TITLES = {
  submissions: { vi: "Tham chiếu: gửi số liệu", en: "Reference: submissions" },
  observations: { vi: "Tham chiếu: đọc số liệu", en: "Reference: observations" },
  feeds: { vi: "Tham chiếu: kênh", en: "Reference: feeds" },
  catalogue: { vi: "Tham chiếu: danh mục", en: "Reference: catalogue" },
  service: { vi: "Tham chiếu: thông tin chung", en: "Reference: service" },
} as const satisfies Record<Tag, Text>;

/** Every operation of the document, by what it is about. */
export const REFERENCE: readonly Section[] = (Object.keys(TITLES) as Tag[]).map((tag) => ({
  id: `reference-${tag}`,
  title: TITLES[tag],
  body: ({ language }) =>
    new Html("").concat(...OPERATIONS.filter((it) => it.tag === tag).map((it) => operationPart(it, language))),
}));

function operationPart(operation: Operation, language: Language): Html {
  const { id, method, path, summary, description, key, parameters = [], body, answers } = operation;
  const isEnglish = language === "en";
  return html`<article id="${id}"><h3><span class="method">${method.toUpperCase()}</span> <code>${path}</code></h3>
<p>${summary[language]}. ${KEYS[key][language]}</p>${isEnglish ? prose(description) : new Html("")}
${parameters.length === 0 ? new Html("") : parametersPart(parameters, language)}
${body === undefined ? new Html("") : bodyPart(body.content, language)}
<h4>${WORDS.answers[language]}</h4>${answersPart(operation, answers, language)}</article>`;
}

function parametersPart(parameters: readonly Parameter[], language: Language): Html {
  const rows = parameters.map(({ name, in: place, required, text, schema, example, spreads }) => [
    html`<code>${spreads ? `${name}.…` : name}</code>`,
    html`${PLACES[place][language]}${required ? `, ${WORDS.required[language]}` : ""}`,
    html`${inline(text[language])}${choices(schema)}${
      example === undefined || spreads
        ? ""
        : html` ${WORDS.example[language]}: <code>${typeof example === "string" ? example : JSON.stringify(example)}</code>`
    }`,
  ]);
  const heads = [WORDS.name[language], WORDS.place[language], WORDS.meaning[language]];
  return html`<h4>${WORDS.parameters[language]}</h4>${table(heads, rows)}`;
}

function choices(schema: JsonSchema): Html {
  const { enum: known } = schema;
  if (!Array.isArray(known)) return new Html("");
  return html` ${known.map((word) => html`<code>${String(word)}</code> `)}`;
}

function bodyPart(contents: Contents, language: Language): Html {
  const parts = Object.entries(contents).map(([mediaType, { schema, example }]) => {
    const words = typeof schema["description"] === "string" ? schema["description"] : "";
    const shown = typeof example === "string" ? example : JSON.stringify(example, null, 2);
    const named = schemaName(schema);
    return html`<details><summary><code>${mediaType}</code> ${named === null ? "" : schemaLink(named)}</summary>${
      language === "en" && words !== "" ? prose(words) : ""
    }${code(shown)}</details>`;
  });
  return html`<h4>${WORDS.body[language]}</h4>${parts}`;
}

function schemaLink(name: string): Html {
  return html`<a href="#schema-${name}">${name}</a>`;
}

function answersPart(operation: Operation, answers: Readonly<Record<string, Answer>>, language: Language): Html {
  const sound = Object.entries(answers).map(([status, { text, content = {} }]) => [
    html`${status}`,
    html`${inline(text[language])}`,
    html`${Object.entries(content).map(([type, { schema }]) => {
      const named = schemaName(schema);
      return html`<code>${type}</code> ${named === null ? "" : schemaLink(named)}<br>`;
    })}`,
  ]);
  const refused = [...problemsOf(operation)].map(([status, codes]) => [
    html`${status}`,
    html`${codes.map((each) => html`<a href="#code-${each}"><code>${each}</code></a> `)}`,
    html`<code>application/problem+json</code>`,
  ]);
  const rows = [...sound, ...refused].toSorted(([a], [b]) => ((a?.text ?? "") < (b?.text ?? "") ? -1 : 1));
  return table(["HTTP", WORDS.meaning[language], WORDS.form[language]], rows);
}
