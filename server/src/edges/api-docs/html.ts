/** Markup that is ready: nothing in it is escaped again. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** This, and more after it. */
  concat(...more: readonly Html[]): Html {
    return new Html([this, ...more].map(({ text }) => text).join(""));
  }
}

type Part = string | number | Html | readonly Html[];

/** Markup in which every value that is not markup itself is escaped. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  return new Html(strings.map((text, at) => text + textOf(values[at] ?? "")).join(""));
}

function textOf(value: Part): string {
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map(({ text }) => text).join("");
  return escapeHtml(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A text in which what stands between backticks is code, and empty lines part paragraphs. */
export function prose(text: string): Html {
  return new Html(
    text
      .split("\n\n")
      .map((paragraph) => `<p>${inline(paragraph).text}</p>`)
      .join(""),
  );
}

/** The same within a line. */
export function inline(text: string): Html {
  const parts = text
    .split("`")
    .map((part, at) => (at % 2 === 0 ? escapeHtml(part) : `<code>${escapeHtml(part)}</code>`));
  return new Html(parts.join(""));
}

/** A block of code. */
export function code(text: string): Html {
  return html`<pre tabindex="0"><code>${text.trimEnd()}</code></pre>`;
}

/** A table; the first cell of each row is its head. */
export function table(heads: readonly string[], rows: readonly (readonly Html[])[]): Html {
  const body = rows.map(([first = new Html(""), ...rest]) => {
    return html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`;
  });
  return html`<div class="wide" tabindex="0" role="region" aria-label="${heads.join(", ")}"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${body}</tbody></table></div>`;
}
