import { describe, expect, it } from "vitest";
import { makeKey, readKey, secretMatches } from "./api-key.ts";

describe("API keys", () => {
  it("are bcs_<id>_<secret>, and only the hash of the secret is kept", () => {
    const made = makeKey();
    expect(made.key).toMatch(/^bcs_[a-z0-9]{12}_[A-Za-z0-9_-]{43}$/);
    expect(readKey(made.key)).toEqual({ id: made.id, secret: made.secret });
    expect(made.secretHash).not.toContain(made.secret);
    expect(secretMatches(made.secret, made.secretHash)).toBe(true);
    expect(secretMatches(makeKey().secret, made.secretHash)).toBe(false);
  });

  it.each(["", "bcs_", "bcs_short_x", "Bearer x", "bcs_aaaaaaaaaaaa_tooshort"])("%j is no key", (text) => {
    expect(readKey(text)).toBeNull();
  });
});
