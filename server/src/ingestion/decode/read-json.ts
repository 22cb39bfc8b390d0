import { ROWS_PER_STEP } from "../../platform/slices.ts";
import { LIMITS } from "../limits.ts";
import { type TextPieces, wholeText } from "./body-text.ts";
import { type BodyPlace, bodyMalformed, tooLarge } from "./decode-error.ts";
import { ExactNumber } from "./exact-number.ts";
import { isTooLong } from "./is-too-long.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import { escapePointer } from "./read-envelope.ts";

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
 * Throws `body-malformed` or `too-large` with the place; `origin` is that of the text, where it is part of a body.
 */
export function readJson(text: string, origin?: Origin): JsonValue {
  return new JsonReader(wholeText(text), origin).document();
}

/** Where a text begins in the body it is part of. */
type Origin = Required<Pick<BodyPlace, "line">> & Pick<BodyPlace, "pointer" | "row">;

/** A list in the root that is read element after element; elements beyond `most` are read but not kept. */
interface RootList {
  readonly name: string;
  readonly most: number;
}

/**
 * The same of a text that comes in pieces, with steps between the elements of one list in the root: a body with many rows
 * need not be read in one go, nor be held as one text.
 */
export function readJsonSteps(text: TextPieces, list: RootList): Generator<void, JsonValue> {
  return new JsonReader(text).documentSteps(list);
}

/** Thrown where a token may go on in the next piece. */
class TextCut extends Error {}
const CUT = new TextCut();
/** No token but strings needs more characters than these behind its fault or end to be told apart; a message quotes twelve. */
const LOOK_AHEAD = 16;

class JsonReader {
  readonly #pieces: TextPieces;
  #text: string;
  #at = 0;
  #depth = 0;
  /** Characters and line feeds of the pieces that were let go. */
  #before = { characters: 0, lines: 0 };
  readonly #origin: Origin;
  /** Which list of the root holds rows. */
  #rows: string | null = null;
  /** By depth the member or element that is being read; null before its name is known. */
  readonly #path: (string | number | null)[] = [];

  constructor(pieces: TextPieces, origin: Origin = { line: 1 }) {
    this.#pieces = pieces;
    this.#origin = origin;
    this.#text = pieces.next("");
  }

  document(): JsonValue {
    return this.#whole(() => {
      const value = this.#value();
      this.#end();
      return value;
    });
  }

  *documentSteps(list: RootList): Generator<void, JsonValue> {
    const isObject = this.#whole(() => {
      this.#space();
      return this.#text.charCodeAt(this.#at) === 0x7b;
    });
    if (!isObject) return this.document();
    const root = yield* this.#rootSteps(list);
    this.#whole(() => this.#end());
    return root;
  }

  *#rootSteps(list: RootList): Generator<void, JsonObject> {
    this.#rows = list.name;
    const object: JsonObject = {};
    let isOver = this.#whole(() => this.#opens(0x7d));
    while (!isOver) {
      const name = this.#whole(() => {
        const read = this.#memberName(object);
        this.#space();
        return read;
      });
      if (name === list.name && this.#text.charCodeAt(this.#at) === 0x5b) {
        setOwn(object, name, yield* this.#listSteps(list.most));
        isOver = this.#whole(() => this.#closesOrGoesOn(0x7d));
        continue;
      }
      isOver = this.#whole(() => {
        const value = this.#value();
        const closes = this.#closesOrGoesOn(0x7d);
        setOwn(object, name, value);
        return closes;
      });
    }
    return object;
  }

  *#listSteps(most: number): Generator<void, JsonValue[]> {
    const array: JsonValue[] = [];
    let isOver = this.#whole(() => this.#opens(0x5d));
    const readElement = (): JsonValue => {
      const element = this.#value();
      isOver = this.#closesOrGoesOn(0x5d);
      return element;
    };
    for (let count = 1; !isOver; count += 1) {
      this.#path[this.#depth] = count - 1;
      const element = this.#whole(readElement);
      if (array.length < most) array.push(element);
      if (count % ROWS_PER_STEP === 0) yield;
    }
    return array;
  }

  /** Reads something to its end; where the text was cut off before that, once more with the next piece. */
  #whole<T>(read: () => T): T {
    for (;;) {
      const [start, depth] = [this.#at, this.#depth];
      try {
        return read();
      } catch (error) {
        if (!(error instanceof TextCut)) throw error;
        this.#depth = depth;
        this.#letGo(start);
      }
    }
  }

  /** Goes on to the next piece with what stands from `start` on. */
  #letGo(start: number): void {
    const rest = this.#text.slice(start);
    this.#before.characters += start;
    this.#before.lines += lineFeeds(this.#text, start);
    this.#text = this.#pieces.next(rest);
    this.#at = 0;
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
    if (this.#opens(0x7d)) return object;
    do {
      const name = this.#memberName(object);
      setOwn(object, name, this.#value());
    } while (!this.#closesOrGoesOn(0x7d));
    return object;
  }

  /** The name of the next member with its colon. */
  #memberName(object: JsonObject): string {
    this.#path[this.#depth] = null;
    this.#space();
    if (this.#text.charCodeAt(this.#at) !== 0x22) this.#fail();
    const name = this.#string();
    this.#path[this.#depth] = name;
    if (Object.hasOwn(object, name)) {
      const place = this.#place();
      throw bodyMalformed(
        {
          vi: `Tên trường "${name}" xuất hiện hai lần trong một đối tượng (dòng ${place.line}).`,
          en: `The name "${name}" occurs twice in one object (line ${place.line}).`,
        },
        place,
      );
    }
    this.#expect(0x3a);
    return name;
  }

  #array(): JsonValue[] {
    const array: JsonValue[] = [];
    if (this.#opens(0x5d)) return array;
    do {
      this.#path[this.#depth] = array.length;
      array.push(this.#value());
    } while (!this.#closesOrGoesOn(0x5d));
    return array;
  }

  #string(): string {
    const start = this.#at + 1;
    this.#at = this.#endOfPlain(start);
    const plain = this.#text.slice(start, this.#at);
    const value = this.#text.charCodeAt(this.#at) === 0x22 ? plain : plain + this.#escaped();
    this.#at += 1;
    if (isTooLong(value)) throw tooLarge("stringBytes", this.#place());
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
      const place = this.#place();
      throw bodyMalformed(
        {
          vi: `Chuỗi ở dòng ${place.line} có ký tự không lưu được (U+0000 hoặc nửa cặp thay thế).`,
          en: `A string in line ${place.line} holds U+0000 or a lone surrogate.`,
        },
        place,
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
    if (match[0].length > LIMITS.stringBytes) throw tooLarge("stringBytes", this.#place());
    return new ExactNumber(match[0]);
  }

  #word<T extends boolean | null>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#at)) this.#fail();
    this.#at += word.length;
    return value;
  }

  /** Goes into a list or an object; true where it is empty and over. */
  #opens(bracket: number): boolean {
    this.#at += 1;
    this.#depth += 1;
    this.#path[this.#depth] = null;
    if (this.#depth > LIMITS.depth) throw tooLarge("depth", this.#place());
    return this.#closes(bracket);
  }

  /** Behind an element: true where its list or object is over, else past the comma. */
  #closesOrGoesOn(bracket: number): boolean {
    if (this.#closes(bracket)) return true;
    this.#expect(0x2c);
    return false;
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

  /** Nothing but space may stand behind the root. */
  #end(): void {
    this.#space();
    if (this.#at < this.#text.length) this.#fail();
  }

  #space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
      this.#at += 1;
    }
    if (this.#at >= this.#text.length && !this.#pieces.isOver) throw CUT;
  }

  /** Where the reader stands in the body. */
  #place(): BodyPlace & { readonly line: number; readonly at: number } {
    const path = this.#path.slice(1, this.#depth + 1);
    const open = path.indexOf(null);
    const known = (open < 0 ? path : path.slice(0, open)).map(String);
    const { line, pointer: start = "", row = rowIn(path, this.#rows) } = this.#origin;
    const pointer = start + known.map((name) => `/${escapePointer(name)}`).join("");
    return {
      at: this.#before.characters + this.#at,
      line: line + this.#before.lines + lineFeeds(this.#text, this.#at),
      ...(pointer === "" ? {} : { pointer }),
      ...(row === null ? {} : { row }),
    };
  }

  #fail(): never {
    if (this.#at + LOOK_AHEAD > this.#text.length && !this.#pieces.isOver) throw CUT;
    const place = this.#place();
    const { at, line } = place;
    const found = this.#text.slice(this.#at, this.#at + 12);
    if (found !== "") {
      const text = {
        vi: `Không phải JSON hợp lệ tại ký tự ${at} (dòng ${line}): "${found}".`,
        en: `Not valid JSON at character ${at} (line ${line}): "${found}".`,
      };
      throw bodyMalformed(text, place);
    }
    if (this.#before.characters === 0 && this.#text.trim() === "")
      throw bodyMalformed({ vi: "Nội dung trống, cần JSON.", en: "The body is empty; JSON is expected." }, place);
    throw bodyMalformed(
      { vi: `JSON dừng giữa chừng ở dòng ${line}.`, en: `The JSON ends half-way in line ${line}.` },
      place,
    );
  }
}

function rowIn([list, row]: readonly (string | number | null)[], rows: string | null): number | null {
  return list === rows && typeof row === "number" ? row : null;
}

function lineFeeds(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** `__proto__` is a name like any other: plain assignment would set the prototype instead. */
function setOwn(object: JsonObject, name: string, value: JsonValue): void {
  if (name === "__proto__")
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  else object[name] = value;
}
