import { formatNumber } from "@bochiso/shared/i18n";
import type { Language } from "@bochiso/shared/text";

const UNITS = [
  { bytes: 1024 * 1024, name: "MiB" },
  { bytes: 1024, name: "KiB" },
] as const;

/** An amount of bytes as people say it: "1,5 MiB", "812 byte". */
export function sizeText(bytes: number, language: Language): string {
  const unit = UNITS.find((candidate) => bytes >= candidate.bytes);
  if (unit === undefined) return `${formatNumber(bytes, { lang: language, decimals: 0 })} byte`;
  const amount = bytes / unit.bytes;
  return `${formatNumber(amount, { lang: language, decimals: Number.isInteger(amount) ? 0 : 1 })} ${unit.name}`;
}
