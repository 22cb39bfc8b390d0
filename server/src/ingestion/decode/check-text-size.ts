import { LIMITS } from "../limits.ts";
import { tooLarge } from "./decode-error.ts";

/** Throws `too-large` where a text takes more bytes than one may; a UTF-16 unit takes three at most. */
export function checkTextSize(text: string): void {
  if (text.length * 3 <= LIMITS.stringBytes) return;
  if (Buffer.byteLength(text) > LIMITS.stringBytes) throw tooLarge("stringBytes");
}
