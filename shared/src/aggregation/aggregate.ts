import { DomainError } from "../errors/domain-error.ts";
import { missingValue } from "../observation/value.ts";
import { type Aggregate, type Combination, combineAll, type Part } from "./combine-all.ts";

/**
 * Combines the parts that were found of the parts that are expected (each once, in their order); an expected one
 * without a part is `not-reported`. So a total is never made of a listed subset. Throws `part-not-expected`, also
 * for a part given twice: a parent is never added to its child.
 */
export function aggregate<Key extends string | number>(
  input: Combination & { readonly parts: readonly Part<Key>[]; readonly expected: readonly Key[] },
): Aggregate<Key> {
  const { parts, expected, ...combination } = input;
  const found = new Map(parts.map((part) => [part.key, part]));
  const places = new Set(expected);
  for (const [index, { key }] of parts.entries()) {
    if (!places.has(key) || found.get(key) !== parts[index]) throw notExpected(key);
  }
  const aligned = [...places].map((key) => found.get(key) ?? { key, value: missingValue("not-reported") });
  return combineAll(aligned, combination);
}

function notExpected(key: string | number): DomainError {
  return new DomainError(
    "part-not-expected",
    { key },
    {
      vi: `"${key}" không phải là một phần của tổng này, hoặc bị tính hai lần.`,
      en: `"${key}" is no part of this whole, or is counted twice.`,
    },
  );
}
