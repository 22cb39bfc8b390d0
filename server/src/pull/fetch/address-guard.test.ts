import { DomainError } from "@bochiso/shared/errors";
import { describe, expect, it } from "vitest";
import { addressKind, mayConnect, rangesOf } from "./address-guard.ts";
import { checkLiteral, guardedLookup } from "./guarded-lookup.ts";

describe("an address", () => {
  it.each([
    ["public", ["8.8.8.8", "203.162.0.11", "172.32.0.1", "100.128.0.1", "2001:4860:4860::8888", "::ffff:8.8.8.8"]],
    [
      "private",
      [
        "10.0.0.1",
        "127.0.0.1",
        "127.9.9.9",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "100.64.0.1",
        "198.18.0.1",
        "::1",
        "fd00::1",
        "fc00::1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001:db8::1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
      ],
    ],
    [
      "never",
      [
        "0.0.0.0",
        "169.254.169.254",
        "::ffff:169.254.169.254",
        "255.255.255.255",
        "224.0.0.1",
        "::",
        "fe80::1",
        "ff02::1",
      ],
    ],
  ] as const)("that is %s", (kind, addresses) => {
    expect(addresses.map((address) => [address, addressKind(address)])).toEqual(addresses.map((it) => [it, kind]));
  });

  it("inside the network is connected to where it is named, the neighbour's never", () => {
    const named = rangesOf("10.1.0.0/16", "169.254.0.0/16");
    expect(["10.1.2.3", "10.2.0.1", "169.254.169.254", "8.8.8.8"].map((it) => mayConnect(it, named))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it.each(["http://2130706433/", "http://0x7f.1/", "http://[::ffff:7f00:1]/", "http://127.1/"])(
    "written as %s is seen through",
    (url) => {
      expect(() => checkLiteral(new URL(url), { named: [], insideOnly: false })).toThrow(DomainError);
    },
  );
});

describe("a name", () => {
  const lookUp = (addresses: string[], rule: { named?: string[]; insideOnly?: boolean } = {}, all = true) =>
    new Promise((resolve) => {
      const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
      const resolver = ((_host: string, _options: object, done: (error: null, found: object[]) => void) =>
        done(null, found)) as unknown as Parameters<typeof guardedLookup>[1];
      const lookup = guardedLookup(
        { named: rangesOf(...(rule.named ?? [])), insideOnly: rule.insideOnly ?? false },
        resolver,
      );
      lookup("vi-du.gov.vn", { all }, (error, address) => resolve(error instanceof DomainError ? error.code : address));
    });

  it("leads to the addresses that were checked, or nowhere", async () => {
    expect(await lookUp(["8.8.8.8", "8.8.4.4"])).toMatchObject([{ address: "8.8.8.8" }, { address: "8.8.4.4" }]);
    expect(await lookUp(["8.8.8.8"], {}, false)).toBe("8.8.8.8");
    expect(await lookUp(["8.8.8.8", "10.0.0.1"])).toBe("pull-address-refused");
    expect(await lookUp(["10.0.0.1"], { named: ["10.0.0.1"] })).toMatchObject([{ address: "10.0.0.1" }]);
    expect(await lookUp([])).toBe("pull-name-unresolved");
  });

  it("outside gets no secret in the clear", async () => {
    expect(await lookUp(["8.8.8.8"], { insideOnly: true })).toBe("pull-secret-exposed");
    expect(await lookUp(["10.0.0.1"], { insideOnly: true, named: ["10.0.0.0/8"] })).toMatchObject([
      { address: "10.0.0.1" },
    ]);
  });
});
