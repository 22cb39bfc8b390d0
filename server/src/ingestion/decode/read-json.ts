import { LIMITS } from "../limits.ts";
import { checkTextSize } from "./check-text-size.ts";
import { bodyMalformed, tooLarge } from "./decode-error.ts";
import { ExactNumber } from "./exact-number.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/**
 * JSON (RFC 8259) within the limits of I-JSON (RFC 7493): no duplicate names, no lone surrogates, no U+0000.
 * Unlike `JSON.parse` it keeps every number as it was written, and counts depth and string length while reading.
 * Throws `body-malformed` with the position, or `too-large`.
 */
export function readJson(text: string): JsonValue {
  return new JsonReader(text).document();
}

/**
 * The same with a step after each element of the list that a member of the root holds: a body with many rows need not be
 * read in one go.
 */
export function readJsonSteps(text: string, list: string): Generator<void, JsonValue> {
  return new JsonReader(text).documentSteps(list);
}

class JsonReader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): JsonValue {
    const value = this.#value();
    this.#space();
    if (this.#at < this.#text.length) this.#fail();
    return value;
  }

  *documentSteps(list: string): Generator<void, JsonValue> {
    this.#space();
    const isObject = this.#text.charCodeAt(this.#at) === 0x7b;
    const value = isObject ? yield* this.#rootSteps(list) : this.#value();
    this.#space();
    if (this.#at < this.#text.length) this.#fail();
    return value;
  }

  *#rootSteps(list: string): Generator<void, JsonObject> {
    const object: JsonObject = {};
    this.#open();
    if (this.#closes(0x7d)) return object;
    for (;;) {
      const name = this.#memberName(object);
      this.#space();
      const isList = name === list && this.#text.charCodeAt(this.#at) === 0x5b;
      setOwn(object, name, isList ? yield* this.#listSteps() : this.#value());
      if (this.#closes(0x7d)) return object;
      this.#expect(0x2c);
    }
  }

  *#listSteps(): Generator<void, JsonValue[]> {
    const array: JsonValue[] = [];
    this.#open();
    if (this.#closes(0x5d)) return array;
    for (;;) {
      array.push(this.#value());
      yield;
      if (this.#closes(0x5d)) return array;
      this.#expect(0x2c);
    }
  }

  #value(): JsonValue {
    this.#space();
    switch (this.#text.charCodeAt(this.#at)) {
      case 0x7b:
        return this.#object();
      case 0x5b:
        return this.#array();
      case 0x22:
        return this.#string();
      case 0x74:
        return this.#word("true", true);
      case 0x66:
        return this.#word("false", false);
      case 0x6e:
        return this.#word("null", null);
      default:
        return this.#number();
    }
  }

  #object(): JsonObject {
    const object: JsonObject = {};
    this.#open();
    if (this.#closes(0x7d)) return object;
    for (;;) {
      const name = this.#memberName(object);
      setOwn(object, name, this.#value());
      if (this.#closes(0x7d)) return object;
      this.#expect(0x2c);
    }
  }

  /** The name of the next member with its colon. */
  #memberName(object: JsonObject): string {
    this.#space();
    if (this.#text.charCodeAt(this.#at) !== 0x22) this.#fail();
    const name = this.#string();
    if (Object.hasOwn(object, name)) {
      throw bodyMalformed(
        {
          vi: `Tên trường "${name}" xuất hiện hai lần trong một đối tượng.`,
          en: `The name "${name}" occurs twice in one object.`,
        },
        { at: this.#at },
      );
    }
    this.#expect(0x3a);
    return name;
  }

  #array(): JsonValue[] {
    const array: JsonValue[] = [];
    this.#open();
    if (this.#closes(0x5d)) return array;
    for (;;) {
      array.push(this.#value());
      if (this.#closes(0x5d)) return array;
      this.#expect(0x2c);
    }
  }

  #string(): string {
    const start = this.#at + 1;
    this.#at = this.#endOfPlain(start);
    const plain = this.#text.slice(start, this.#at);
    const value = this.#text.charCodeAt(this.#at) === 0x22 ? plain : plain + this.#escaped();
    this.#at += 1;
    checkTextSize(value);
    return value;
  }

  /** Where the run of characters that need no escape ends. */
  #endOfPlain(from: number): number {
    const text = this.#text;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x22 || code === 0x5c || code < 0x20) return at;
    }
    return text.length;
  }

  /** The rest of a string from its first escape on; stops at the closing quote. */
  #escaped(): string {
    let value = "";
    while (this.#text.charCodeAt(this.#at) === 0x5c) {
      value += this.#escape();
      const end = this.#endOfPlain(this.#at);
      value += this.#text.slice(this.#at, end);
      this.#at = end;
    }
    if (this.#text.charCodeAt(this.#at) !== 0x22) this.#fail();
    if (!value.isWellFormed() || value.includes("\u0000")) {
      throw bodyMalformed(
        {
          vi: "Chuỗi có ký tự không lưu được (U+0000 hoặc nửa cặp thay thế).",
          en: "A string holds U+0000 or a lone surrogate.",
        },
        { at: this.#at },
      );
    }
    return value;
  }

  #escape(): string {
    const letter = this.#text.charAt(this.#at + 1);
    if (letter === "u") {
      const hex = this.#text.slice(this.#at + 2, this.#at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(hex)) this.#fail();
      this.#at += 6;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    const escaped = ESCAPES[letter];
    if (escaped === undefined) this.#fail();
    this.#at += 2;
    return escaped;
  }

  #number(): ExactNumber {
    NUMBER.lastIndex = this.#at;
    const match = NUMBER.exec(this.#text);
    if (match === null) this.#fail();
    this.#at = NUMBER.lastIndex;
    if (match[0].length > LIMITS.stringBytes) throw tooLarge("stringBytes", LIMITS.stringBytes);
    return new ExactNumber(match[0]);
  }

  #word<T extends boolean | null>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#at)) this.#fail();
    this.#at += word.length;
    return value;
  }

  #open(): void {
    this.#at += 1;
    this.#depth += 1;
    if (this.#depth > LIMITS.depth) throw tooLarge("depth", LIMITS.depth);
  }

  #closes(bracket: number): boolean {
    this.#space();
    if (this.#text.charCodeAt(this.#at) !== bracket) return false;
    this.#at += 1;
    this.#depth -= 1;
    return true;
  }

  #expect(code: number): void {
    this.#space();
    if (this.#text.charCodeAt(this.#at) !== code) this.#fail();
    this.#at += 1;
  }

  #space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at += 1;
    }
  }

  #fail(): never {
    const line = this.#text.slice(0, this.#at).split("\n").length;
    const found = this.#text.slice(this.#at, this.#at + 12);
    throw bodyMalformed(
      {
        vi: `Không phải JSON hợp lệ tại ký tự ${this.#at} (dòng ${line}): "${found}".`,
        en: `Not valid JSON at character ${this.#at} (line ${line}): "${found}".`,
      },
      { at: this.#at },
    );
  }
}

/** `__proto__` is a name like any other: plain assignment would set the prototype instead. */
function setOwn(object: JsonObject, name: string, value: JsonValue): void {
  if (name === "__proto__")
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  else object[name] = value;
}
