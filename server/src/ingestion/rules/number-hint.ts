import { parseNumberInput } from "@bochiso/shared/i18n";
import type { Text } from "@bochiso/shared/text";

/** Longer texts are no typing errors. */
const LONGEST = 60;
/** What a value is, where nothing tells which was meant. */
export const ANY_NUMBER = "a number such as 1234.5";

/** What a value that is no number should have been: the reading where people write it otherwise (`9.850,5`), else any number. */
export function numberHint(sent: unknown): { expected: string; reason?: Text } {
  if (typeof sent !== "string" || sent.length > LONGEST) return { expected: ANY_NUMBER };
  const input = parseNumberInput(sent);
  if (input.ok) return { expected: input.text, reason: withPoint(sent, input.text, input.text) };
  const [first, second] = input.readings ?? [];
  if (first === undefined || second === undefined) return { expected: ANY_NUMBER };
  return {
    expected: `${first}, ${second}`,
    reason: withPoint(sent, `${first} hoặc ${second}`, `${first} or ${second}`),
  };
}

function withPoint(sent: string, vi: string, en: string): Text {
  return {
    vi: `Không đọc được số "${sent}": dùng dấu chấm thập phân: ${vi}`,
    en: `"${sent}" is not a number: use a decimal point: ${en}`,
  };
}
