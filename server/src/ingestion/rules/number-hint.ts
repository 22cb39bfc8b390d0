import { parseNumberInput } from "@bochiso/shared/i18n";
import type { Text } from "@bochiso/shared/text";

/** Longer texts are no typing errors. */
const LONGEST = 60;
const EXAMPLE = "42150.3";

/** What a value that is no number should have been: the reading where people write it otherwise (`9.850,5`), else an example. */
export function numberHint(sent: string): { expected: string; reason?: Text } {
  if (sent.length > LONGEST) return { expected: EXAMPLE };
  const input = parseNumberInput(sent);
  if (input.ok) return { expected: input.text, reason: withPoint(sent, input.text, input.text) };
  const [first, second] = input.readings ?? [];
  if (first === undefined || second === undefined) return { expected: EXAMPLE };
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
