import { foldDiacritics } from "@bochiso/shared/i18n";

const ADDRESS = "ong,ba,anh,chi,co,chu,bac,dc,dong chi,mr,mrs,ms,dr,prof";
const SHORT_DEGREES = "gs,pgs,ts,tskh,ths,cn,ks,bs,bscki,bsckii,ck,cki,ckii,ds,ls,ncs";
const DEGREES = "giao su,pho giao su,tien si,thac si,cu nhan,ky su,bac si,duoc si,luat su";
/** What stands before a name, without marks. */
const TITLES: ReadonlySet<string> = new Set([ADDRESS, SHORT_DEGREES, DEGREES].join().split(","));
const LONGEST_TITLE = 3;

/**
 * Whether a text (a holder, a label, an actor) may name a person, however either is written: without case, marks, titles and
 * position, in any order, with middle names left out or abbreviated. Rather one refusal too many: somebody else can approve.
 */
export function namesPerson(text: string, name: string): boolean {
  const person = withoutTitles(wordsOf(name));
  if (person.length === 0) return false;
  return text.split(/[,;:()[\]<>@/|–—]| - /u).some((part) => {
    const named = withoutTitles(wordsOf(part));
    return named.length > 0 && isSame(named, person);
  });
}

function isSame(named: readonly string[], person: readonly string[]): boolean {
  if (named.join("") === person.join("") || named.includes(person.join(""))) return true;
  if (named.length < 2 || person.length < 2) return false;
  return isAmong(person, named) || isWithin(named, person) || isAbbreviated(named, person);
}

/** All words of a name among others, in any order. */
function isAmong(person: readonly string[], others: readonly string[]): boolean {
  const left = [...others];
  return person.every((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** A name within a longer text, word after word. */
function isWithin(named: readonly string[], person: readonly string[]): boolean {
  return ` ${person.join(" ")} `.includes(` ${named.join(" ")} `);
}

/** "N. V. Gửi" is Nguyễn Văn Gửi: the given name in full, of the others what has no vowel may be their beginning. */
function isAbbreviated(named: readonly string[], person: readonly string[]): boolean {
  if (named.length !== person.length || named.at(-1) !== person.at(-1)) return false;
  return named.every((word, at) => {
    const other = person[at] ?? "";
    return word === other || begins(word, other) || begins(other, word);
  });
}

function begins(short: string, long: string): boolean {
  return !/[aeiouy]/.test(short) && long.startsWith(short);
}

function wordsOf(text: string): string[] {
  return foldDiacritics(text)
    .replace(/^\s*d\/c\b/, "dc ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** A title without a whole name behind it is a name itself: "Anh Thơ". */
function withoutTitles(words: readonly string[]): readonly string[] {
  for (let length = Math.min(LONGEST_TITLE, words.length - 2); length > 0; length -= 1) {
    if (TITLES.has(words.slice(0, length).join(" "))) return withoutTitles(words.slice(length));
  }
  return words;
}
