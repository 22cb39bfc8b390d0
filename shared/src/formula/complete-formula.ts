import { foldDiacritics } from "../i18n/fold-diacritics.ts";
import { SCENARIO_WORDS } from "../i18n/observation-words.ts";
import { Scenario } from "../observation/scenario.ts";
import type { Text } from "../text/text.ts";
import { type CompletionPlace, completionPlace } from "./completion-place.ts";
import { functionSignature } from "./formula-words.ts";
import { FUNCTION_NAMES, FUNCTION_TABLE } from "./function-table.ts";
import { otherNames } from "./nearest-function.ts";

/** What completion may offer besides functions. Names in both languages; areas include `vn63:` and `demo:` codes. */
export interface CompletionCatalogue {
  readonly indicators: readonly {
    readonly code: string;
    readonly name: Text;
    readonly dimensions: readonly string[];
  }[];
  readonly dimensions: readonly {
    readonly id: string;
    readonly name: Text;
    readonly codes: readonly { readonly code: string; readonly name: Text }[];
  }[];
  readonly areas: readonly { readonly code: string; readonly name: Text }[];
}

/** What an offer is. */
export type CompletionKind = "function" | "indicator" | "dimension" | "member" | "area" | "scenario";

/** One offer: `insert` goes in place of `start`…`end` (UTF-16 offsets), the cursor `cursor` characters into it. */
export interface Completion {
  readonly kind: CompletionKind;
  readonly insert: string;
  readonly start: number;
  readonly end: number;
  readonly cursor: number;
  /** What is written: a code, or the signature of a function. */
  readonly label: string;
  readonly text: Text;
}

/** Offers at most. */
const LIMIT = 12;

interface Candidate {
  readonly kind: CompletionKind;
  readonly label: string;
  readonly insert: string;
  readonly text: Text;
  /** Where the cursor goes; absent: behind what was inserted. */
  readonly cursor?: number;
  /** The code or name looked for first; words of the name come second. */
  readonly key: string;
  /** What it is called in other languages and in spreadsheets. */
  readonly also?: readonly string[];
}

/**
 * What can stand at the cursor, best first: functions and indicators where an operand can stand, dimensions and codes inside
 * `[ ]` and after `over`, areas after `@`, scenarios after `:`. Codes match by their parts, names by every word with diacritics
 * folded ("xuat khau" finds Xuất khẩu hàng hóa). Nothing is offered where nothing was begun, except behind `[`, `=`, `@`, `:`.
 */
export function completeFormula(text: string, cursor: number, catalogue: CompletionCatalogue): Completion[] {
  for (const place of completionPlace(text, cursor)) {
    const offers = ranked(candidatesAt(place, text, catalogue), place.query);
    if (offers.length > 0) return offers.slice(0, LIMIT).map((offer) => completionOf(offer, place));
  }
  return [];
}

function completionOf(
  { kind, label, insert, text, cursor = insert.length }: Candidate,
  place: CompletionPlace,
): Completion {
  return { kind, label, insert, text, cursor, start: place.start, end: place.end };
}

function candidatesAt(place: CompletionPlace, text: string, catalogue: CompletionCatalogue): Candidate[] {
  switch (place.kind) {
    case "area":
      return [PARENT, ...catalogue.areas.map(({ code, name }) => coded("area", code, name))];
    case "scenario":
      return Scenario.options.map((each) => coded("scenario", each, SCENARIO_WORDS[each]));
    case "dimension": {
      const own = dimensionsOf(place.indicators, catalogue);
      const named = own.map(({ id, name }) => ({
        ...coded("dimension", id, name),
        insert: place.over ? id : `${id}=`,
      }));
      return place.over ? [AREA, ...named] : named;
    }
    case "member": {
      const codes = catalogue.dimensions.find(({ id }) => id === place.dimension)?.codes ?? [];
      return [TOTAL, ...codes.map(({ code, name }) => coded("member", code, name, quoted(code)))];
    }
    case "operand": {
      if (place.query === "") return [];
      const called = text[place.end] === "(";
      return [...functions(called), ...catalogue.indicators.map(({ code, name }) => coded("indicator", code, name))];
    }
  }
}

function coded(kind: CompletionKind, code: string, text: Text, insert = code): Candidate {
  return { kind, label: code, insert, text, key: code };
}

const PARENT = coded("area", "parent", { vi: "Địa phương cấp trên trực tiếp", en: "The area directly above" });
const AREA = coded("dimension", "area", { vi: "Địa phương cấp dưới trực tiếp", en: "The areas directly below" });
const TOTAL = coded("member", "_T", { vi: "Tổng số", en: "Total" });

function functions(called: boolean): Candidate[] {
  return FUNCTION_NAMES.map((name) => {
    const { text, over } = FUNCTION_TABLE[name];
    const inside = over ? "( over )" : "()";
    const insert = called ? name : `${name}${inside}`;
    return {
      kind: "function",
      label: functionSignature(name),
      insert,
      text,
      key: name,
      also: otherNames(name),
      cursor: name.length + (called ? 0 : 1),
    };
  });
}

/** Dimensions of the operands named; all of them where none is known. */
function dimensionsOf(indicators: readonly string[], { indicators: known, dimensions }: CompletionCatalogue) {
  const own = new Set(indicators.flatMap((code) => known.find((each) => each.code === code)?.dimensions ?? []));
  return own.size === 0 ? dimensions : dimensions.filter(({ id }) => own.has(id));
}

const PLAIN = /^[\p{L}\p{M}\p{N}_.-]+$/u;

/** A code as a selector takes it. */
function quoted(code: string): string {
  return PLAIN.test(code) ? code : `"${code}"`;
}

/** Candidates that answer the query, best first; equals keep the order of the catalogue. */
function ranked(candidates: readonly Candidate[], query: string): Candidate[] {
  const wanted = foldDiacritics(query).trim();
  return candidates
    .flatMap((candidate) => {
      const rank = rankOf(candidate, wanted);
      return rank === null ? [] : [{ candidate, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ candidate }) => candidate);
}

function rankOf({ key, text, also = [] }: Candidate, wanted: string): number | null {
  if (wanted === "") return 0;
  const code = foldDiacritics(key);
  if (code === wanted) return 0;
  if (code.startsWith(wanted)) return 1;
  if (also.some((other) => other.startsWith(wanted))) return 2;
  if (code.split(/[._:]/u).some((part) => part !== "" && part.startsWith(wanted))) return 2;
  const names = [text.vi, text.en].map(foldDiacritics);
  if (names.some((name) => name.startsWith(wanted))) return 3;
  if (names.some((name) => ` ${name}`.includes(` ${wanted}`))) return 4;
  const words = wanted.split(/\s+/u);
  return names.some((name) => words.every((word) => ` ${name}`.includes(` ${word}`))) || code.includes(wanted)
    ? 5
    : null;
}
