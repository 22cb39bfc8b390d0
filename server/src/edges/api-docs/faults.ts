import { ROW_ERROR_CODES } from "@bochiso/shared/submission";
import type { Text } from "@bochiso/shared/text";
import { LIMITS } from "../../ingestion/limits.ts";
import { ROW_ERROR_TEXT } from "../../ingestion/rules/row-error-text.ts";
import { PROBLEMS, type ProblemCode } from "../rest/problems.ts";
import { ADVICE } from "./advice.ts";
import type { Section } from "./guide.ts";
import { type Html, html, inline, prose, table } from "./html.ts";

const cell = (text: string): Html => inline(text);

/** Every code of a refused request, what it means and what to do. */
const requests: Section = {
  id: "errors",
  title: { vi: "Bảng lỗi của yêu cầu", en: "Errors of requests" },
  body: ({ language }) => {
    const heads = {
      vi: ["Mã (code)", "HTTP", "Nghĩa", "Cách xử lý"],
      en: ["Code", "HTTP", "Meaning", "What to do"],
    } as const;
    const intro = {
      vi: "Lỗi trả về là `application/problem+json` (RFC 9457): đọc `code` bằng máy, `detailVi` cho người. Báo lỗi thì kèm `instance` (mã yêu cầu).",
      en: "Errors are `application/problem+json` (RFC 9457): `code` is for machines, `detail` for people. Quote `instance` when you ask.",
    };
    const codes = Object.keys(PROBLEMS) as ProblemCode[];
    const rows = codes.map((code) => [
      html`<code id="code-${code}">${code}</code>`,
      cell(String(PROBLEMS[code].status)),
      cell(PROBLEMS[code].title[language]),
      cell(ADVICE[code][language]),
    ]);
    return prose(intro[language]).concat(table(heads[language], rows));
  },
};

const EXAMPLE_FACTS = { field: "…", got: "…", expected: "…", nearest: "…" };

/** Every code of a refused row, in the words in which it is told. */
const rows: Section = {
  id: "row-errors",
  title: { vi: "Bảng lỗi của dòng số liệu", en: "Errors of rows" },
  body: ({ language }) => {
    const heads = { vi: ["Mã (code)", "Thông báo"], en: ["Code", "What is said"] } as const;
    const intro = {
      vi: "Mỗi lỗi nêu vị trí (`pointer`, `row`, `line`), mã, lời giải thích, giá trị đã nhận (`got`), giá trị cần (`expected`) và mã gần giống nhất (`nearest`).",
      en: "Each tells its place (`pointer`, `row`, `line`), code, reason, what was got, what was expected, and the nearest known code.",
    };
    const listed = ROW_ERROR_CODES.map((code) => [
      html`<code>${code}</code>`,
      cell(ROW_ERROR_TEXT[code](EXAMPLE_FACTS)[language]),
    ]);
    return prose(intro[language]).concat(table(heads[language], listed));
  },
};

const LIMIT_WORDS = {
  wireBytes: { vi: "byte truyền đi", en: "bytes on the wire" },
  inflatedBytes: { vi: "byte sau khi giải nén", en: "bytes inflated" },
  observations: { vi: "dòng số liệu", en: "observations" },
  affectedCells: { vi: "ô bị ảnh hưởng, kể cả ô tính lại", en: "affected cells, computed ones included" },
  depth: { vi: "cấp lồng nhau của JSON", en: "levels of JSON" },
  stringBytes: { vi: "byte của một chuỗi", en: "bytes of a text" },
  errorsListed: { vi: "lỗi được liệt kê (tất cả đều được đếm)", en: "faults listed (all are counted)" },
  idempotencyKeyChars: { vi: "ký tự của Idempotency-Key", en: "characters of an Idempotency-Key" },
  valueDigits: { vi: "chữ số của một giá trị", en: "digits of a value" },
  workingBytes: { vi: "byte bộ nhớ để xử lý một lượt gửi", en: "bytes of memory that working on a submission takes" },
} as const satisfies Record<keyof typeof LIMITS, Text>;

/** What a submission must stay under. */
const limits: Section = {
  id: "limits",
  title: { vi: "Giới hạn", en: "Limits" },
  body: ({ language }) => {
    const heads = { vi: ["Tên", "Giá trị", "Nghĩa"], en: ["Name", "Value", "Meaning"] } as const;
    const number = new Intl.NumberFormat(language);
    const listed = Object.entries(LIMITS).map(([name, value]) => {
      const words = Object.entries(LIMIT_WORDS).find(([known]) => known === name)?.[1];
      return [html`<code>${name}</code>`, cell(number.format(value)), cell(words?.[language] ?? "")];
    });
    const more = {
      vi: "Giới hạn tốc độ của từng khóa nằm ở `perKey` của `/api/v1/limits`; vượt thì nhận `429` kèm `Retry-After`.",
      en: "What one key may send in a second stands at `perKey` of `/api/v1/limits`; above it the answer is `429` with `Retry-After`.",
    };
    return table(heads[language], listed).concat(prose(more[language]));
  },
};

/** What can go wrong, and what to do. */
export const FAULT_SECTIONS: readonly Section[] = [requests, rows, limits];
