/**
 * The canonical form of a JSON value after RFC 8785 (JCS): no space, names in UTF-16 order, ECMAScript number texts,
 * shortest string escapes; equal values give equal texts. Members that are `undefined` vanish, as in `JSON.stringify`.
 * Throws RangeError for what has no canonical form: lone surrogates, NaN and infinities, and what is not JSON.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case "string":
      if (!value.isWellFormed()) throw new RangeError("A lone surrogate has no canonical form.");
      return JSON.stringify(value);
    case "number":
      if (!Number.isFinite(value)) throw new RangeError("NaN and Infinity have no canonical form.");
      return JSON.stringify(value);
    case "boolean":
      return String(value);
    case "object":
      return value === null ? "null" : canonicalObject(value);
    default:
      throw new RangeError(`A ${typeof value} has no canonical form.`);
  }
}

function canonicalObject(value: object): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members: [string, unknown][] = Object.entries(value);
  const texts = members
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${canonicalJson(name)}:${canonicalJson(member)}`);
  return `{${texts.join(",")}}`;
}
