import { DomainError, type ErrorFacts } from "@bochiso/shared/errors";
import type { Text } from "@bochiso/shared/text";
import { INPUT_FORM, MAX_AGE, MUST_COVER, quoted } from "./signature-terms.ts";

/** The feed takes signed requests only, and this one is not. */
export function signatureMissing(feed: string): DomainError {
  return new DomainError(
    "key-invalid",
    { signature: "missing", expected: INPUT_FORM },
    {
      vi: `Kênh "${feed}" bắt buộc ký yêu cầu: thêm tiêu đề Signature-Input và Signature (RFC 9421, Ed25519); cách ký ở /api/docs.`,
      en: `The feed "${feed}" requires signed requests: add the headers Signature-Input and Signature (RFC 9421, Ed25519); /api/docs shows how.`,
    },
  );
}

export function inputUnreadable(field: string | undefined): DomainError {
  return fault(
    "signature-input",
    {
      vi: `Signature-Input thiếu hoặc không đúng dạng; viết như ${INPUT_FORM}.`,
      en: `Signature-Input is missing or cannot be read; write it as ${INPUT_FORM}.`,
    },
    { got: clipped(field ?? ""), expected: INPUT_FORM },
  );
}

export function componentUnknown(item: string): DomainError {
  return fault(
    "components",
    {
      vi: `thành phần ${clipped(item)} không dùng được; mỗi thành phần là một tên trong ngoặc kép, không có tham số.`,
      en: `the component ${clipped(item)} is not taken; each is a name in quotes without parameters.`,
    },
    { got: clipped(item), expected: quoted(MUST_COVER) },
  );
}

export function parametersUnreadable(tail: string): DomainError {
  return fault(
    "parameters",
    {
      vi: `không đọc được các tham số ${clipped(tail)}; mỗi tham số một lần, số không có ngoặc kép, chữ có ngoặc kép.`,
      en: `the parameters ${clipped(tail)} cannot be read; each once, numbers without quotes, texts in quotes.`,
    },
    { got: clipped(tail), expected: ';created=1763798400;keyid="hq-2026";alg="ed25519"' },
  );
}

export function signatureUnreadable(field: string | undefined, label: string): DomainError {
  return fault(
    "signature",
    {
      vi: `Signature phải là ${label}=:<64 byte ở dạng base64>:, cùng nhãn "${label}" với Signature-Input.`,
      en: `Signature has to be ${label}=:<64 bytes in base64>:, with the label "${label}" of Signature-Input.`,
    },
    { got: clipped(field ?? ""), expected: `${label}=:<base64>:` },
  );
}

export function notOfNow(created: number, now: Date): DomainError {
  const seconds = Math.floor(now.getTime() / 1000);
  const expected = `${seconds - MAX_AGE}–${seconds + MAX_AGE}`;
  if (Number.isInteger(created)) {
    const apart = created - seconds;
    return fault(
      "created",
      {
        vi: `created = ${created} lệch ${apart} giây so với đồng hồ của hệ thống (${now.toISOString()}); cho phép lệch ${MAX_AGE} giây. Kiểm tra đồng hồ, và ký lại mỗi lần gửi lại.`,
        en: `created = ${created} is ${apart} seconds off the clock here (${now.toISOString()}); ${MAX_AGE} are allowed. Check the clock, and sign anew for each attempt.`,
      },
      { got: created, expected },
    );
  }
  return fault(
    "created",
    {
      vi: "thiếu created: số giây nguyên từ 1970-01-01T00:00:00Z lúc ký.",
      en: "created is missing: the whole seconds since 1970-01-01T00:00:00Z at which it was signed.",
    },
    { got: "", expected },
  );
}

export function expired(expires: number, now: Date): DomainError {
  return fault(
    "expires",
    {
      vi: `chữ ký đã hết hạn lúc expires = ${expires}; đồng hồ của hệ thống là ${now.toISOString()}.`,
      en: `the signature ended at expires = ${expires}; the clock here says ${now.toISOString()}.`,
    },
    { got: expires, expected: `> ${Math.floor(now.getTime() / 1000)}` },
  );
}

export function otherAlgorithm(alg: string): DomainError {
  return fault(
    "alg",
    { vi: `chỉ nhận alg="ed25519", hoặc bỏ alg.`, en: `only alg="ed25519" is taken, or no alg.` },
    { got: clipped(alg), expected: "ed25519" },
  );
}

export function namedTwice(components: readonly string[]): DomainError {
  const twice = components.filter((name, at) => components.indexOf(name) !== at);
  return fault(
    "components",
    { vi: `có thành phần ghi hai lần: ${quoted(twice)}.`, en: `named twice: ${quoted(twice)}.` },
    { got: clipped(quoted(components)), expected: quoted(MUST_COVER) },
  );
}

export function notCovered(components: readonly string[], missing: readonly string[]): DomainError {
  return fault(
    "components",
    {
      vi: `chữ ký chưa bao gồm ${quoted(missing)}; phải bao gồm ${quoted(MUST_COVER)} ("@request-target" thay được "@path" và "@query").`,
      en: `${quoted(missing)} not covered; it has to cover ${quoted(MUST_COVER)} ("@request-target" may stand for "@path" and "@query").`,
    },
    { got: clipped(quoted(components)), expected: quoted(MUST_COVER), missing: quoted(missing) },
  );
}

export function componentAbsent(name: string): DomainError {
  return fault(
    "components",
    {
      vi: `chữ ký bao gồm "${clipped(name)}" nhưng yêu cầu không có tiêu đề này, hoặc thành phần này không được nhận.`,
      en: `"${clipped(name)}" is covered, but the request has no such header, or such a component is not taken.`,
    },
    { got: clipped(name), missing: quoted([clipped(name)]) },
  );
}

export function keyUnknown(keyid: string): DomainError {
  return fault(
    "keyid",
    {
      vi: `kênh không có khóa ký đang dùng nào mang mã "${clipped(keyid)}"; đăng ký khóa công khai trên trang của kênh, viết keyid đúng từng ký tự.`,
      en: `the feed has no live signature key "${clipped(keyid)}"; register the public key on the page of the feed, and write keyid to the letter.`,
    },
    { got: clipped(keyid) },
  );
}

/** The lines are told as they were checked: what differs from the sender's own is the fault. */
export function differs(base: string): DomainError {
  return fault(
    "signature",
    {
      vi: "chữ ký không khớp các dòng trong signatureBase bằng khóa công khai đã đăng ký. So từng dòng với các dòng đã ký (nối bằng một ký tự LF, không có LF ở cuối); nếu giống hệt thì khóa bí mật không phải của khóa đã đăng ký.",
      en: "the signature is not one of the lines in signatureBase by the public key registered. Compare them with the lines you signed (joined by one LF, none at the end); where they are the same the private key is not that of the key registered.",
    },
    { signatureBase: base.replace(SECRET_LINES, '"$1": …') },
  );
}

/** A sender may cover these; they are told to nobody. */
const SECRET_LINES = /^"(authorization|cookie)": .*$/gm;

type Part = "signature-input" | "parameters" | "components" | "created" | "expires" | "alg" | "keyid" | "signature";

/** A signature that is there and does not hold: which part of it, why in words, and what was expected. */
function fault(part: Part, reason: Text, facts: ErrorFacts): DomainError {
  return new DomainError(
    "key-invalid",
    { signature: part, ...facts },
    {
      vi: `Chữ ký của yêu cầu (RFC 9421, Ed25519) không hợp lệ: ${reason.vi}`,
      en: `The signature of the request (RFC 9421, Ed25519) is not valid: ${reason.en}`,
    },
  );
}

const MOST_SHOWN = 200;

function clipped(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
