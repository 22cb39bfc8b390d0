import type { Language } from "@bochiso/shared/text";

type Loose<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { [K in keyof T]: Loose<T[K]> };

/** A typed dictionary of one part of the product: both languages hold the same keys or it does not compile. */
export type Words<T> = Record<Language, Loose<T>>;

/** Each feature keeps its own words beside its components; Vietnamese is authoritative. */
export function defineWords<const T>(words: { vi: T; en: Loose<NoInfer<T>> }): Words<T> {
  return { vi: words.vi as Loose<T>, en: words.en as Loose<T> };
}
