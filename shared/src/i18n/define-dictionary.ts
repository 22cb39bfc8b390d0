import type { Language } from "../text/text.ts";

/** The shape of a dictionary: texts, texts with parameters, and groups of them. */
export interface Phrases {
  readonly [key: string]: string | ((...parameters: never[]) => string) | Phrases;
}

/** Same keys, same parameters, other words. */
export type Translation<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parameters: infer P) => string
      ? (...parameters: P) => string
      : Translation<T[K]>;
};

/** Phrases in every language of the product: `dictionary[language].key`. */
export type Dictionary<T> = Readonly<Record<Language, Translation<T>>>;

/**
 * A typed dictionary. The Vietnamese phrases give the keys and the parameters; a key that English lacks, has too many of,
 * or takes other parameters for does not compile.
 */
export function defineDictionary<const T extends Phrases>(phrases: {
  readonly vi: T;
  readonly en: Translation<NoInfer<T>>;
}): Dictionary<T>;
export function defineDictionary(phrases: Dictionary<Phrases>): Dictionary<Phrases> {
  return phrases;
}
