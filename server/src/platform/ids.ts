import { randomFillSync } from "node:crypto";
import type { Clock } from "./clock.ts";

const ID_BYTES = 16;
/** Chance is drawn for many ids at once: a draw costs as much as all else. */
const drawn = Buffer.alloc(ID_BYTES * 256);
let used = drawn.length;

/** A UUID version 7 (RFC 9562): sorts by the time it was made, so that keys of a table grow at their end. */
export function newId(clock: Clock): string {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  const bytes = drawn.subarray(used, used + ID_BYTES);
  used += ID_BYTES;
  bytes.writeUIntBE(clock.now().getTime(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
