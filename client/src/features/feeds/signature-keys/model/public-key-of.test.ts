import { describe, expect, it } from "vitest";
import { publicKeyOf } from "./public-key-of.ts";

/** The key of RFC 8032, test 1, and the same as `openssl pkey -pubout` writes it. */
const KEY = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
const PEM = `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
-----END PUBLIC KEY-----
`;

describe("a public key that is pasted", () => {
  it.each([
    ["itself", KEY],
    ["with spaces around it", `  ${KEY}\n`],
    ["in plain base64", "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="],
    ["in hexadecimal", "D75A980182B10AB7D54BFED3C964073A0EE172F3DAA62325AF021A68F707511A".toLowerCase()],
    ["as a PEM file", PEM],
  ])("is read %s", (_name, pasted) => {
    expect(publicKeyOf(pasted)).toBe(KEY);
  });

  it.each([
    ["nothing", ""],
    ["half a key", KEY.slice(0, 20)],
    ["another kind of key", `${KEY}${KEY}`],
    ["a private key", "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v\n-----END PRIVATE KEY-----"],
    ["words", "khóa của tôi"],
  ])("is refused: %s", (_name, pasted) => {
    expect(publicKeyOf(pasted)).toBeNull();
  });
});
