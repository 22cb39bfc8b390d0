import { FormulaFault } from "./formula-fault.ts";
import type { Span } from "./span.ts";
import { KEYWORDS, type Keyword, SYMBOLS, type Token, type TokenSymbol } from "./token.ts";

const BLANK = /\s+/uy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}\p{M}\p{N}_]+)*/uy;
const SYMBOL = new RegExp(SYMBOLS.map((symbol) => symbol.replace(/[()[\]+*^]/g, "\\$&")).join("|"), "y");
/** A number as people write it, up to a comma and from it: `1.234` and `,5`. */
const WRITTEN_BEFORE = /(?<![\p{L}\p{M}\p{N}_.])\d[\d.]*$/u;
const WRITTEN_AFTER = /^,\d[\d.,]*(?![\p{L}\p{M}_])/u;
/** `1.234.567` and `1.234.567,8`. */
const THOUSANDS = /^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?![\p{L}\p{N}_.])/u;
const AREA = /(?:vn63|demo):[\p{L}\p{N}]*|[\p{L}\p{N}_]+/uy;
const PLAIN_CODE = /[\p{L}\p{M}\p{N}_.-]+/uy;
const QUOTED_CODE = /"([^"=;\n]*)"/y;

/** Signs people paste from documents and other languages, with the sign meant. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  "−": "-",
  "–": "-",
  "×": "*",
  "·": "*",
  "÷": "/",
  "≤": "<=",
  "≥": ">=",
  "≠": "!=",
  ";": ",",
  "&": "and",
  "|": "or",
  "!": "not",
  "“": '"',
  "”": '"',
  "{": "(",
  "}": ")",
};

/** The number meant: the last mark parts the decimals, all others the thousands; marks of one kind in groups of three part thousands. */
function pointed(written: string): string {
  const marks = new Set(written.match(/[.,]/gu));
  if (marks.size === 1 && /^\d{1,3}(?:[.,]\d{3}){2,}$/u.test(written)) return written.replace(/[.,]/gu, "");
  const at = Math.max(written.lastIndexOf("."), written.lastIndexOf(","));
  return `${written.slice(0, at).replace(/[.,]/gu, "")}.${written.slice(at + 1)}`;
}

const keywords: ReadonlySet<string> = new Set(KEYWORDS);
const symbols: ReadonlySet<string> = new Set(SYMBOLS);
const isKeyword = (text: string): text is Keyword => keywords.has(text);
const isSymbol = (text: string): text is TokenSymbol => symbols.has(text);

/** Reads tokens of a formula at given offsets; holds no position of its own. */
export class Scanner {
  readonly source: string;
  readonly #lineStarts: number[];

  constructor(source: string) {
    this.source = source;
    this.#lineStarts = [0, ...[...source.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
  }

  span(start: number, end: number): Span {
    const line = this.#lineStarts.findLastIndex((lineStart) => lineStart <= start);
    return { start, end, line: line + 1, column: start - (this.#lineStarts[line] ?? 0) + 1 };
  }

  /** The token at or after an offset. Throws `FormulaFault`. */
  token(offset: number): Token {
    const start = this.skipBlank(offset);
    if (start >= this.source.length) return { kind: "end", span: this.span(start, start) };
    const number = this.#match(NUMBER, start);
    if (number !== null) return this.#number(number, start);
    const name = this.#match(NAME, start);
    if (name !== null) {
      const span = this.span(start, start + name.length);
      return isKeyword(name) ? { kind: "keyword", keyword: name, span } : { kind: "name", text: name, span };
    }
    const symbol = this.#match(SYMBOL, start);
    if (symbol !== null && isSymbol(symbol))
      return { kind: "symbol", symbol, span: this.span(start, start + symbol.length) };
    throw this.#unknownCharacter(start);
  }

  /** The fault of a comma inside a number as people write it, `1.234,5`; null where the comma at the offset parts no digits. */
  numberAcross(comma: number): FormulaFault | null {
    const before = WRITTEN_BEFORE.exec(this.source.slice(0, comma))?.[0];
    const after = WRITTEN_AFTER.exec(this.source.slice(comma))?.[0];
    if (before === undefined || after === undefined) return null;
    return this.#pointFault(comma - before.length, before + after);
  }

  #pointFault(start: number, written: string): FormulaFault {
    const meant = pointed(written);
    return new FormulaFault(
      "number-malformed",
      this.span(start, start + written.length),
      {
        vi: `Số trong công thức viết phần thập phân bằng dấu chấm, không tách hàng nghìn: ${meant}.`,
        en: `Numbers in formulas take a point for decimals and nothing between thousands: ${meant}.`,
      },
      meant,
    );
  }

  /** The raw text of an area code after `@`, possibly empty. */
  areaText(offset: number): string {
    return this.#match(AREA, offset) ?? "";
  }

  /** The code of a selector after `=`: plain or in double quotes. Null where there is none. */
  codeText(offset: number): { code: string; start: number; end: number } | null {
    const start = this.skipBlank(offset);
    if (this.source[start] === '"') {
      QUOTED_CODE.lastIndex = start;
      const quoted = QUOTED_CODE.exec(this.source);
      if (quoted === null) {
        throw new FormulaFault("text-unclosed", this.span(start, this.source.length), {
          vi: "Mã trong dấu nháy chưa đóng hoặc có ký tự không dùng được (= ; xuống dòng).",
          en: "The quoted code is not closed, or holds a character that is not allowed (= ; line break).",
        });
      }
      return { code: quoted[1] ?? "", start, end: start + quoted[0].length };
    }
    const plain = this.#match(PLAIN_CODE, start);
    return plain === null ? null : { code: plain, start, end: start + plain.length };
  }

  skipBlank(offset: number): number {
    return offset + (this.#match(BLANK, offset)?.length ?? 0);
  }

  #match(pattern: RegExp, offset: number): string | null {
    pattern.lastIndex = offset;
    return pattern.exec(this.source)?.[0] ?? null;
  }

  #number(text: string, start: number): Token {
    const end = start + text.length;
    const value = Number(text);
    const tail = this.#match(NAME, end) ?? this.#match(NUMBER, end);
    if (tail !== null || !Number.isFinite(value)) {
      const written = THOUSANDS.exec(this.source.slice(start))?.[0];
      if (written !== undefined) throw this.#pointFault(start, written);
      throw new FormulaFault("number-malformed", this.span(start, end + (tail?.length ?? 0)), {
        vi: "Số viết không đúng: dùng dấu chấm cho phần thập phân, ví dụ 2.5 hoặc 2E-1.",
        en: "This is not a number: write decimals with a point, such as 2.5 or 2E-1.",
      });
    }
    return { kind: "number", value, span: this.span(start, end) };
  }

  #unknownCharacter(start: number): FormulaFault {
    const character = String.fromCodePoint(this.source.codePointAt(start) ?? 0);
    const nearest = LOOKALIKES[character] ?? null;
    const hint = nearest === null ? { vi: "", en: "" } : { vi: ` Hãy viết ${nearest}.`, en: ` Write ${nearest}.` };
    return new FormulaFault(
      "character-unknown",
      this.span(start, start + character.length),
      {
        vi: `Ký tự “${character}” không dùng trong công thức.${hint.vi}`,
        en: `The character “${character}” is not part of the language.${hint.en}`,
      },
      nearest,
    );
  }
}
