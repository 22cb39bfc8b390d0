import type { Language } from "../text/text.ts";

const DIGITS_VI = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;
const UNITS_EN = [
  ..."zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split(" "),
  ..."fifteen sixteen seventeen eighteen nineteen".split(" "),
];
const TENS_EN = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SCALE = { vi: ["", "nghìn", "triệu"], en: ["", "thousand", "million"] } as const;
const BILLION = { vi: "tỷ", en: "billion" } as const;
/** Beyond it words help nobody. */
const MOST_DIGITS = 18;

/**
 * A decimal text (`-1234.50`) in words: "âm một nghìn hai trăm ba mươi tư phẩy năm không". Decimals are spoken digit by digit,
 * as written. Null for what is no such text or has more than 18 digits before the mark.
 */
export function numberInWords(text: string, language: Language): string | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  const whole = match?.[2]?.replace(/^0+(?=\d)/, "");
  if (match === null || whole === undefined || whole.length > MOST_DIGITS) return null;
  const minus = match[1] === "-" ? { vi: "âm ", en: "minus " }[language] : "";
  const spoken = wholeInWords(whole, language);
  const decimals = match[3];
  if (decimals === undefined) return minus + spoken;
  const mark = { vi: "phẩy", en: "point" }[language];
  const digits = Array.from(decimals, (digit) => (language === "vi" ? DIGITS_VI : UNITS_EN)[Number(digit)]);
  return `${minus}${spoken} ${mark} ${digits.join(" ")}`;
}

function wholeInWords(digits: string, language: Language): string {
  if (/^0*$/.test(digits)) return language === "vi" ? DIGITS_VI[0] : "zero";
  const above = digits.slice(0, -9);
  const below = digits.slice(-9);
  const low = belowBillion(below, language, above !== "");
  if (above === "") return low;
  const high = `${wholeInWords(above, language)} ${BILLION[language]}`;
  return low === "" ? high : `${high} ${low}`;
}

/** `follows`: something was said before, so that leading zeros of the first group are spoken. */
function belowBillion(digits: string, language: Language, follows: boolean): string {
  const padded = digits.padStart(9, "0");
  const words: string[] = [];
  for (let at = 0; at < 3; at += 1) {
    const group = padded.slice(3 * at, 3 * at + 3);
    if (group === "000") continue;
    const isFirst = words.length === 0 && !follows;
    const said = language === "vi" ? groupVi(group, !isFirst) : groupEn(group);
    words.push([said, SCALE[language][2 - at] ?? ""].filter((it) => it !== "").join(" "));
  }
  return words.join(" ");
}

/** "hai trăm linh năm", "mười lăm", "hai mươi mốt"; `full`: hundreds are said even where they are zero. */
function groupVi(group: string, full: boolean): string {
  const [hundreds = 0, tens = 0, ones = 0] = Array.from(group, Number);
  const words: string[] = [];
  if (hundreds > 0 || full) words.push(DIGITS_VI[hundreds] ?? "", "trăm");
  if (tens === 0 && ones > 0 && words.length > 0) words.push("linh");
  if (tens === 1) words.push("mười");
  if (tens > 1) words.push(DIGITS_VI[tens] ?? "", "mươi");
  if (ones > 0) words.push(lastDigitVi(tens, ones));
  return words.join(" ");
}

function lastDigitVi(tens: number, ones: number): string {
  if (ones === 1 && tens > 1) return "mốt";
  if (ones === 4 && tens > 1) return "tư";
  if (ones === 5 && tens > 0) return "lăm";
  return DIGITS_VI[ones] ?? "";
}

function groupEn(group: string): string {
  const hundreds = Number(group.slice(0, 1));
  const rest = Number(group.slice(1));
  const ones = rest % 10;
  const tens = TENS_EN[Math.floor(rest / 10)] ?? "";
  const below = rest < 20 ? (UNITS_EN[rest] ?? "") : ones === 0 ? tens : `${tens}-${UNITS_EN[ones] ?? ""}`;
  if (hundreds === 0) return below;
  const said = `${UNITS_EN[hundreds] ?? ""} hundred`;
  return rest === 0 ? said : `${said} and ${below}`;
}
