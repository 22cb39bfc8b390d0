import { DomainError } from "../errors/domain-error.ts";

/** How a part stands to its whole: below it, or before it in time. */
export type LinkKind = "roll-up" | "recast";

/** A part of a whole during a run of days (since 1970-01-01, both included; ±Infinity = open). */
export interface Link<Code extends string = string> {
  readonly kind: LinkKind;
  readonly part: Code;
  readonly whole: Code;
  readonly first: number;
  readonly last: number;
  /** How much of the part belongs to the whole, 0–1. */
  readonly share: number;
}

/** The parts of a whole on a day, in code order. One object for all days of equal parts. */
export interface LinkedParts<Code extends string = string> {
  readonly codes: readonly Code[];
  readonly shares: readonly number[];
  /** One part that goes over whole: a rename, or a unit whose territory stayed the same. */
  readonly isRename: boolean;
}

interface Epochs<Code extends string> {
  readonly links: readonly Link<Code>[];
  /** First days of the runs between which nothing changes, ascending, the first −Infinity. */
  readonly starts: readonly number[];
  readonly parts: (LinkedParts<Code> | null | undefined)[];
}

/** Which parts make which wholes and when, both ways. Throws `links-cycle` where a unit is a part of itself. */
export class LinkTable<Code extends string = string> {
  readonly #epochs: ReadonlyMap<string, Epochs<Code>>;
  readonly #from: ReadonlyMap<string, readonly Link<Code>[]>;
  readonly #stages = new Map<string, number>();

  constructor(links: Iterable<Link<Code>>) {
    const all = [...links].sort((a, b) => (a.part < b.part ? -1 : a.part > b.part ? 1 : 0));
    this.#from = Map.groupBy(all, ({ part }) => part);
    const into = Map.groupBy(all, ({ kind, whole }) => `${kind}|${whole}`);
    this.#epochs = new Map([...into].map(([key, own]) => [key, epochsOf(own)]));
    const wholes = Map.groupBy(all, ({ whole }) => whole);
    for (const code of wholes.keys()) this.#rank(code, wholes, new Set());
  }

  /** The parts of a whole on a day; null where there are none. */
  partsAt(whole: string, kind: LinkKind, day: number): LinkedParts<Code> | null {
    return this.partsOf(whole, kind)?.(day) ?? null;
  }

  /** The parts of a whole by day, for whoever asks for many days; null where there are none on any. */
  partsOf(whole: string, kind: LinkKind): ((day: number) => LinkedParts<Code> | null) | null {
    const epochs = this.#epochs.get(`${kind}|${whole}`);
    if (epochs === undefined) return null;
    const { starts, parts, links } = epochs;
    let index = 0;
    return (day) => {
      while (index > 0 && (starts[index] ?? 0) > day) index -= 1;
      while (index + 1 < starts.length && (starts[index + 1] ?? 0) <= day) index += 1;
      const known = parts[index];
      if (known !== undefined) return known;
      const found = partsOn(links, day);
      parts[index] = found;
      return found;
    };
  }

  /** The wholes that a unit is ever a part of. */
  linksFrom(part: string): readonly Link<Code>[] {
    return this.#from.get(part) ?? [];
  }

  /** Stage of a unit: greater than that of each of its parts, 0 for a unit without parts. */
  stageOf(code: string): number {
    return this.#stages.get(code) ?? 0;
  }

  /** Greatest stage of all. */
  get lastStage(): number {
    return [...this.#stages.values()].reduce((most, stage) => Math.max(most, stage), 0);
  }

  #rank(code: string, wholes: ReadonlyMap<string, readonly Link<Code>[]>, above: Set<string>): number {
    const known = this.#stages.get(code);
    if (known !== undefined) return known;
    if (above.has(code)) throw cycleError(code);
    above.add(code);
    const parts = new Set((wholes.get(code) ?? []).map(({ part }) => part));
    const stage = [...parts].reduce((most, part) => Math.max(most, this.#rank(part, wholes, above) + 1), 0);
    above.delete(code);
    this.#stages.set(code, stage);
    return stage;
  }
}

function epochsOf<Code extends string>(links: readonly Link<Code>[]): Epochs<Code> {
  const starts = new Set([Number.NEGATIVE_INFINITY]);
  for (const { first, last } of links) {
    starts.add(first);
    if (last !== Number.POSITIVE_INFINITY) starts.add(last + 1);
  }
  return { links, starts: [...starts].sort((a, b) => (a < b ? -1 : 1)), parts: [] };
}

function partsOn<Code extends string>(links: readonly Link<Code>[], day: number): LinkedParts<Code> | null {
  const own = links.filter(({ first, last }) => first <= day && day <= last);
  if (own.length === 0) return null;
  const shares = own.map(({ share }) => share);
  return { codes: own.map(({ part }) => part), shares, isRename: own.length === 1 && shares[0] === 1 };
}

function cycleError(code: string): DomainError {
  return new DomainError(
    "links-cycle",
    { code },
    { vi: `"${code}" là một phần của chính nó.`, en: `"${code}" is a part of itself.` },
  );
}
