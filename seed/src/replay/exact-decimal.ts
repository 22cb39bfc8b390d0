/** A decimal number exactly: `digits × 10^-scale`. */
interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

function parse(text: string): Decimal {
  const match = DECIMAL.exec(text);
  if (!match) throw new Error(`not a plain decimal number: ${text}`);
  const [, sign, whole = "", fraction = ""] = match;
  return { digits: BigInt(`${sign === "-" ? "-" : ""}${whole}${fraction}`), scale: fraction.length };
}

function format({ digits, scale }: Decimal): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, "0");
  const cut = text.length - scale;
  return `${digits < 0n ? "-" : ""}${text.slice(0, cut)}${scale > 0 ? `.${text.slice(cut)}` : ""}`;
}

/**
 * `text × factor + offset` without binary noise: "103.27" − 100 is "3.27". The decimals printed by the
 * publisher stay as they are when factor and offset are 1 and 0. Throws on anything but a plain decimal.
 */
export function scaleDecimal(text: string, factor: number, offset: number): string {
  const value = parse(text);
  const by = parse(String(factor));
  const add = parse(String(offset));
  const product = { digits: value.digits * by.digits, scale: value.scale + by.scale };
  const scale = Math.max(product.scale, add.scale);
  const at = (it: Decimal): bigint => it.digits * 10n ** BigInt(scale - it.scale);
  return format({ digits: at(product) + at(add), scale });
}
