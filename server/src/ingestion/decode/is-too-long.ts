import { LIMITS } from "../limits.ts";

/** Whether a text takes more bytes than one may; a UTF-16 unit takes three at most. */
export function isTooLong(text: string): boolean {
  return text.length * 3 > LIMITS.stringBytes && Buffer.byteLength(text) > LIMITS.stringBytes;
}
