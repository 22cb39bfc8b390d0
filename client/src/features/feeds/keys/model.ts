import { type ExampleRow, type MakeKeyInput, parseCidr } from "@bochiso/shared/feed";

/** A form of a key as it is typed. */
export interface KeyForm {
  readonly label: string;
  readonly holder: string;
  /** A day (`2027-01-31`), or nothing. */
  readonly expires: string;
  /** One range a line. */
  readonly cidrs: string;
}

/** The end of a day in Viet Nam as an instant; null for no day. */
export function endOfDay(day: string): string | null {
  return day === "" ? null : `${day}T23:59:59+07:00`;
}

/** Whether a day is over (or no day at all) at `now` (ms). Nothing typed is not past. */
export function isPast(day: string, now: number): boolean {
  const end = endOfDay(day);
  return end !== null && !(Date.parse(end) > now);
}

/** The ranges typed, empty lines left out. */
export function rangesOf(text: string): string[] {
  return text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The first line that is no range; null where all are. */
export function brokenRange(text: string): string | null {
  return rangesOf(text).find((range) => parseCidr(range) === null) ?? null;
}

/** Most ranges of a key. */
export const MOST_RANGES = 20;

/** What the server is asked; null where the form is not fit to be sent. */
export function keyInput(
  form: KeyForm,
  { feed, by, now }: { feed: string; by: MakeKeyInput["by"]; now: number },
): MakeKeyInput | null {
  const cidrs = rangesOf(form.cidrs);
  const isFit =
    form.label.trim() !== "" &&
    form.holder.trim().length >= 2 &&
    !isPast(form.expires, now) &&
    brokenRange(form.cidrs) === null &&
    cidrs.length <= MOST_RANGES;
  return isFit ? { feed, label: form.label, holder: form.holder, expiresAt: endOfDay(form.expires), cidrs, by } : null;
}

/** What the first command of a key is made of. */
export interface FirstRequest {
  readonly origin: string;
  readonly feed: string;
  readonly key: string;
  readonly row: ExampleRow;
  readonly needsDigest: boolean;
}

/** The digest of what is sent, also after somebody put other figures in. */
const DIGEST = '"Content-Digest: sha-256=:$(printf %s "$body" | openssl dgst -sha256 -binary | openssl base64 -A):"';

/** A first command that checks a row and stores nothing; it runs as it is in a POSIX shell. */
export function curlCommand({ origin, feed, key, row, needsDigest }: FirstRequest): string {
  const body = quoted(JSON.stringify({ feed, observations: [{ ...row, value: numberOf(row.value) }] }));
  const headers = [
    quoted(`Authorization: Bearer ${key}`),
    quoted(`Idempotency-Key: thu-${key.split("_")[1] ?? ""}`),
    quoted("Content-Type: application/json"),
    ...(needsDigest ? [DIGEST] : []),
  ];
  const lines = [
    `curl -X POST ${quoted(`${origin}/api/v1/submissions?dryRun=true`)}`,
    ...headers.map((header) => `-H ${header}`),
    `--data ${needsDigest ? '"$body"' : body}`,
  ];
  return `${needsDigest ? `body=${body}\n` : ""}${lines.join(" \\\n  ")}`;
}

/** A JSON number where it is exactly the text, else the text, which the contract takes as well. */
function numberOf(text: string | null): number | string | null {
  return text !== null && String(Number(text)) === text ? Number(text) : text;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
