import { parseNumberInput } from "@bochiso/shared/i18n";
import type { Text } from "@bochiso/shared/text";

/** Longer texts are no typing errors. */
const LONGEST = 60;
/** What a value is, where nothing tells which was meant. */
export const ANY_NUMBER = "a number such as 1234.5";

/**
 * What a value that is no number should have been, and what to mend in it: the reading where people write it otherwise
 * (`9.850,5`), else any number.
 */
export function numberHint(sent: unknown): { expected: string; reason?: Text } {
  if (typeof sent !== "string" || sent.length > LONGEST) return { expected: ANY_NUMBER };
  const input = parseNumberInput(sent);
  if (input.ok) return { expected: input.text, reason: withAdvice(sent, adviceFor(sent, input.text)) };
  const [first, second] = input.readings ?? [];
  if (first === undefined || second === undefined) return { expected: ANY_NUMBER };
  const reason = withAdvice(sent, {
    vi: `dùng dấu chấm thập phân: ${first} hoặc ${second}`,
    en: `use a decimal point: ${first} or ${second}`,
  });
  return { expected: `${first}, ${second}`, reason };
}

const MARKS = /[., \u00a0\u202f\u2009]/g;

/** What keeps a text that people read as a number from being one; told for the table with `;` too, where a comma is decimal. */
function adviceFor(sent: string, number: string): Text {
  const bare = sent.trim();
  const marks = bare.match(MARKS) ?? [];
  if (marks.join("") === "." || marks.length === 0) return { vi: `ghi ${number}`, en: `write ${number}` };
  if (marks.join("") === ",") return { vi: `dùng dấu chấm thập phân: ${number}`, en: `use a decimal point: ${number}` };
  const withComma = number.replace(".", ",");
  const isOwn = bare.includes(",") && withComma !== number;
  return {
    vi: `bỏ dấu phân cách hàng nghìn: ${number}${isOwn ? ` (text/csv dùng dấu ; ghi ${withComma} cũng được)` : ""}`,
    en: `leave out the thousands separators: ${number}${isOwn ? ` (text/csv with ; may write ${withComma})` : ""}`,
  };
}

function withAdvice(sent: string, { vi, en }: Text): Text {
  return { vi: `Không đọc được số "${sent}": ${vi}`, en: `"${sent}" is not a number: ${en}` };
}
