import { isUtf8 } from "node:buffer";
import { bodyMalformed } from "./decode-error.ts";

/** A text that is read from its beginning, piece after piece. */
export interface TextPieces {
  /** The next piece, behind what is left of the one before. No character is divided. */
  next(rest: string): string;
  /** Whether nothing is left. */
  readonly isOver: boolean;
}

/** Bytes of a piece: its text is let go with the last row that was read from it. */
const PIECE_BYTES = 64 * 1024;

/** The text of a body; a byte order mark is left out. Throws `body-malformed` where it is not UTF-8, wherever the fault is. */
export function bodyText(body: Uint8Array): TextPieces {
  if (!isUtf8(body)) throw notUtf8(body);
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  let at = startOf(bytes);
  return {
    next: (rest) => {
      // Read once more: a text put together of two is slower to look through.
      const from = at - Buffer.byteLength(rest);
      // Ever more where a piece was not enough, so that a text without an end is looked through twice at most.
      at = Math.min(at + Math.max(PIECE_BYTES, at - from), bytes.length);
      while (isWithinCharacter(bytes[at])) at += 1;
      return bytes.toString("utf8", from, at);
    },
    get isOver() {
      return at === bytes.length;
    },
  };
}

/** The first line of a body, without its end. */
export function firstLine(body: Uint8Array): string {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const end = bytes.indexOf(LINE_FEED);
  return bytes.toString("utf8", startOf(bytes), end < 0 ? bytes.length : end);
}

/** A text that is there as a whole. */
export function wholeText(text: string): TextPieces {
  let isOver = false;
  return {
    next: () => {
      isOver = true;
      return text;
    },
    get isOver() {
      return isOver;
    },
  };
}

const LINE_FEED = 0x0a;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function startOf(bytes: Buffer): number {
  return bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
}

function isWithinCharacter(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** Where the fault is, and what it usually comes from. */
function notUtf8(body: Uint8Array): Error {
  if (body[0] === 0x1f && body[1] === 0x8b) {
    return bodyMalformed({
      vi: "Nội dung nén gzip nhưng thiếu Content-Encoding: gzip.",
      en: "The body is compressed, but Content-Encoding: gzip is missing.",
    });
  }
  const line = faultyLine(body);
  return bodyMalformed(
    {
      vi: `Dòng ${line}: không phải UTF-8 hợp lệ; lưu lại tệp với bảng mã UTF-8.`,
      en: `Line ${line}: not valid UTF-8; save the file as UTF-8.`,
    },
    { line },
  );
}

/** No character but a line feed holds the byte of one, so lines are looked at one by one. */
function faultyLine(body: Uint8Array): number {
  let line = 1;
  for (let at = 0; at < body.length; line += 1) {
    const end = body.indexOf(LINE_FEED, at);
    if (end < 0 || !isUtf8(body.subarray(at, end))) break;
    at = end + 1;
  }
  return line;
}
