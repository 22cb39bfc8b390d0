/** SHA-256 of a body; null where the browser gives no cryptography (plain HTTP on another host than this one). */
export async function sha256(body: ArrayBuffer): Promise<Uint8Array | null> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  return subtle === undefined ? null : new Uint8Array(await subtle.digest("SHA-256", body));
}
