import { DomainError } from "@bochiso/shared/errors";
import type { Text } from "@bochiso/shared/text";
import type { Request } from "express";

const NOWHERE: ReadonlyMap<string, Text> = new Map();

/** The query string of a request, in which every name must be known. */
export class QueryParameters {
  readonly #values: URLSearchParams;

  /**
   * `known` names parameters; one that ends in `.` stands for every name beginning so. `elsewhere`: where those belong that
   * are known but have no place here. Throws `parameter-unknown`.
   */
  constructor(request: Request, known: readonly string[], elsewhere: ReadonlyMap<string, Text> = NOWHERE) {
    this.#values = new URL(request.originalUrl, "http://localhost").searchParams;
    for (const name of this.#values.keys()) {
      const isKnown = known.some((it) => (it.endsWith(".") ? name.startsWith(it) && name !== it : name === it));
      if (!isKnown) throw unknownParameter(name, known, { elsewhere: elsewhere.get(name) });
    }
  }

  /** The one value of a parameter, null when absent. Given twice it is malformed. */
  one(name: string): string | null {
    const values = this.#values.getAll(name);
    if (values.length > 1)
      throw malformedParameter(name, values.join(", "), { vi: "một giá trị duy nhất", en: "one value" });
    return values[0] ?? null;
  }

  all(name: string): string[] {
    return this.#values.getAll(name);
  }

  /** Parameters under a prefix such as `breakdown.`: the rest of the name → value. */
  under(prefix: string): Map<string, string> {
    const found = new Map<string, string>();
    for (const name of new Set(this.#values.keys())) {
      if (name.startsWith(prefix)) found.set(name.slice(prefix.length), this.one(name) ?? "");
    }
    return found;
  }

  /** A whole number within bounds, or the fallback when absent. */
  wholeNumber<T>(name: string, bounds: { min: number; max: number }, fallback: T): number | T {
    const text = this.one(name);
    if (text === null) return fallback;
    const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= bounds.min && number <= bounds.max) return number;
    throw malformedParameter(name, text, {
      vi: `một số nguyên từ ${bounds.min} đến ${bounds.max}`,
      en: `a whole number from ${bounds.min} to ${bounds.max}`,
    });
  }

  /** One of a few words, or the fallback when absent. */
  choice<T extends string, F>(name: string, choices: readonly T[], fallback: F): T | F {
    const text = this.one(name);
    if (text === null) return fallback;
    const choice = choices.find((it) => it === text);
    if (choice !== undefined) return choice;
    throw malformedParameter(name, text, {
      vi: `một trong các giá trị ${choices.join(", ")}`,
      en: `one of ${choices.join(", ")}`,
    });
  }
}

/** A parameter that is not one of `known`; `elsewhere`: where it belongs. */
export function unknownParameter(
  name: string,
  known: readonly string[],
  { elsewhere, nearest = null }: { elsewhere?: Text | undefined; nearest?: string | null },
): DomainError {
  const meant =
    nearest === null ? { vi: "", en: "" } : { vi: ` Gần nhất: ${nearest}.`, en: ` The nearest: ${nearest}.` };
  const expected = known.map((it) => (it.endsWith(".") ? `${it}<dim>` : it)).join(", ") || "none";
  return new DomainError(
    "parameter-unknown",
    { parameter: name, expected, ...(nearest === null ? {} : { nearest }) },
    {
      vi: `Không có tham số "${name}". ${elsewhere?.vi ?? `Các tham số: ${expected}.`}${meant.vi}`,
      en: `There is no parameter "${name}". ${elsewhere?.en ?? `Known: ${expected}.`}${meant.en}`,
    },
  );
}

/**
 * A known parameter whose value cannot be read, or is missing where it is needed (`sent` is empty); `nearest`: the known
 * value that was probably meant.
 */
export function malformedParameter(
  name: string,
  sent: string,
  expected: Text,
  nearest: string | null = null,
): DomainError {
  const got = sent.slice(0, 120);
  const said =
    got === "" ? { vi: "chưa có giá trị", en: "is missing" } : { vi: `có giá trị "${got}"`, en: `is "${got}"` };
  return new DomainError(
    "parameter-malformed",
    { parameter: name, got, expected: expected.en, ...(nearest === null ? {} : { nearest }) },
    {
      vi: `Tham số "${name}" ${said.vi}, cần ${expected.vi}.`,
      en: `The parameter "${name}" ${said.en}, expected ${expected.en}.`,
    },
  );
}
