import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cidrHolds, parseCidr } from "./cidr.ts";

function holds(range: string, address: string): boolean {
  const cidr = parseCidr(range);
  if (cidr === null) throw new Error(`${range} is no range`);
  return cidrHolds(cidr, address);
}

describe("a range of addresses", () => {
  it.each([
    ["10.1.0.0/16", "10.1.255.255", true],
    ["10.1.0.0/16", "10.2.0.0", false],
    ["10.1.0.0/16", "::ffff:10.1.2.3", true],
    ["192.168.1.130/31", "192.168.1.131", true],
    ["192.168.1.130/31", "192.168.1.132", false],
    ["127.0.0.1", "127.0.0.1", true],
    ["127.0.0.1", "::1", false],
    ["0.0.0.0/0", "203.0.113.9", true],
    ["0.0.0.0/0", "2001:db8::1", false],
    ["2001:db8::/32", "2001:db8:ffff::1", true],
    ["2001:db8::/32", "2001:db9::", false],
    ["::1", "0:0:0:0:0:0:0:1", true],
    ["fe80::/10", "fe80::1%eth0", true],
    ["::/0", "2001:db8::1", true],
    ["::ffff:10.0.0.0", "10.0.0.0", true],
  ])("%s holds %s: %s", (range, address, expected) => {
    expect(holds(range, address)).toBe(expected);
  });

  it.each([
    "",
    "10.1.0.0/33",
    "10.1.0.1/16",
    "10.1.0/16",
    "010.1.0.0/16",
    "10.1.0.0/",
    "10.1.0.0/16/1",
    "10.1.0.256",
    "2001:db8::1/32",
    "2001:db8::/129",
    "1::2::3",
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7::8",
    "g::",
    "::10.0.0",
    "example.org",
  ])("%j is none", (text) => {
    expect(parseCidr(text)).toBeNull();
  });

  it("holds exactly the addresses with its leading bits", () => {
    const word = fc.nat({ max: 0xffffffff });
    const text = (n: number) => [24, 16, 8, 0].map((shift) => (n >>> shift) & 255).join(".");
    fc.assert(
      fc.property(word, word, fc.nat({ max: 32 }), (a, b, bits) => {
        const mask = bits === 0 ? 0 : (0xffffffff << (32 - bits)) >>> 0;
        expect(holds(`${text((a & mask) >>> 0)}/${bits}`, text(b))).toBe((a & mask) >>> 0 === (b & mask) >>> 0);
      }),
    );
  });
});
