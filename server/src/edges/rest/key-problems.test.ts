import { expect, it } from "vitest";
import { keyMalformed, keyMissing, keyOver, keyWrong } from "./key-problems.ts";

const KEY = { expiresAt: "2026-12-12T01:30:00Z", revokedAt: "2026-12-01T02:00:00Z" };

it("tells who shows the secret of a key that is over since when, in local time", () => {
  const expired = keyOver("expired", KEY);
  expect(expired.facts).toEqual({ reason: "key-expired", expiredAt: KEY.expiresAt });
  expect(expired.text.vi).toMatch(/^Khóa đã hết hạn từ 08:30 12\/12\/2026 /);
  expect(expired.text.en).toMatch(/^The key expired on 08:30, 12 Dec 2026 /);
  const revoked = keyOver("revoked", KEY);
  expect(revoked.facts).toEqual({ reason: "key-revoked", revokedAt: KEY.revokedAt });
  expect(revoked.text.vi).toMatch(/^Khóa đã bị thu hồi từ 09:00 0?1\/12\/2026 /);
});

it("says how a key is sent where none came or what came is none", () => {
  for (const problem of [keyMissing(), keyMalformed()]) {
    expect(problem.facts).toMatchObject({ expected: "Authorization: Bearer bcs_…" });
    for (const text of [problem.text.vi, problem.text.en]) expect(text).toContain("Authorization: Bearer bcs_…");
  }
});

it("is one code for all, and a stranger is told no reason", () => {
  const problems = [keyMissing(), keyMalformed(), keyWrong(), keyOver("expired", KEY), keyOver("revoked", KEY)];
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(["key-invalid"]));
  expect(keyWrong().facts).toEqual({});
  expect(keyWrong().text.vi).not.toMatch(/hết hạn|thu hồi/);
});
