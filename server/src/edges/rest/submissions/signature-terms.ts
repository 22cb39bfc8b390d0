/** Without these a signature would let a request be sent again as another one. */
export const MUST_COVER = ["@method", "@path", "@query", "content-digest", "content-type", "idempotency-key"] as const;
/** Seconds that clocks may differ and a request may be under way. */
export const MAX_AGE = 300;
/** `Signature-Input` as it is to be written, but for the time and the key. */
export const INPUT_FORM = `sig1=(${quoted(MUST_COVER)});created=1763798400;keyid="hq-2026";alg="ed25519"`;

/** Names of components as they are written into `Signature-Input`. */
export function quoted(components: readonly string[]): string {
  return components.map((name) => `"${name}"`).join(" ");
}
