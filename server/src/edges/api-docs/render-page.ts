import type { Text } from "@bochiso/shared/text";
import { FAULT_SECTIONS } from "./faults.ts";
import { GUIDE, type PageContext, type Section } from "./guide.ts";
import { html } from "./html.ts";
import { REFERENCE } from "./reference.ts";
import { SCHEMAS } from "./schemas.ts";

const SECTIONS: readonly Section[] = [...GUIDE, ...FAULT_SECTIONS, ...REFERENCE, SCHEMAS];

const TITLE: Text = { vi: "Gửi và đọc số liệu · Bộ chỉ số", en: "Push and read values · Bộ chỉ số" };
const LEAD: Text = {
  vi: "Hướng dẫn cho kỹ sư của bộ, ngành, địa phương: từ khóa truy cập đến biên nhận đầu tiên trong một buổi.",
  en: "For engineers of ministries and provinces: from a key to the first receipt in an afternoon.",
};
const DOCUMENT: Text = { vi: "Tài liệu OpenAPI 3.1 cho máy đọc", en: "OpenAPI 3.1 document for machines" };
const OTHER: Text = { vi: "English", en: "Tiếng Việt" };
const SKIP: Text = { vi: "Đến nội dung", en: "Skip to the content" };
const CONTENTS: Text = { vi: "Mục lục", en: "Contents" };

/** The readable page of the wire contract. No script, nothing from elsewhere. */
export function renderPage(context: PageContext): string {
  const { language } = context;
  const other = language === "vi" ? "en" : "vi";
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE[language]}</title>
<link rel="stylesheet" href="/api/docs/style.css">
<link rel="icon" href="/favicon.svg">
</head>
<body>
<a class="skip" href="#content">${SKIP[language]}</a>
<header class="top">
<a class="lang" href="/api/docs?lang=${other}" hreflang="${other}" lang="${other}">${OTHER[language]}</a>
<h1>${TITLE[language]}</h1>
<p>${LEAD[language]} <a href="/api/v1/openapi.json">${DOCUMENT[language]}</a>.</p>
</header>
<div class="frame">
<nav aria-label="${CONTENTS[language]}"><ol>${SECTIONS.map(
    ({ id, title }) => html`<li><a href="#${id}">${title[language]}</a></li>`,
  )}</ol></nav>
<main id="content">${SECTIONS.map(
    (each) => html`<section id="${each.id}" aria-labelledby="${each.id}-title">
<h2 id="${each.id}-title">${each.title[language]}</h2>${each.body(context)}</section>`,
  )}</main>
</div>
</body>
</html>
`;
  return page.text;
}
