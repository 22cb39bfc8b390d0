import { describe, expect, it } from "vitest";
import { brokenRange, curlCommand, isPast, keyInput, rangesOf } from "./model.ts";

const by = { name: "Trần Thị Bình", position: "Trưởng phòng" };
const now = Date.parse("2026-11-22T05:00:00Z");
const form = {
  label: "Máy chủ",
  holder: "Nguyễn Văn An",
  expires: "2026-12-31",
  cidrs: "10.1.0.0/16\n 2001:db8::/32 ",
};

describe("the form of a key", () => {
  it("asks for the end of a day in Viet Nam and the ranges line by line", () => {
    expect(keyInput(form, { feed: "moh", by, now })).toMatchObject({
      feed: "moh",
      expiresAt: "2026-12-31T23:59:59+07:00",
      cidrs: ["10.1.0.0/16", "2001:db8::/32"],
    });
    expect(keyInput({ ...form, expires: "", cidrs: "" }, { feed: "moh", by, now })).toMatchObject({
      expiresAt: null,
      cidrs: [],
    });
  });

  it("is not sent with a past day, no name, a broken range or too many", () => {
    expect(isPast("2026-11-22", now)).toBe(false);
    expect(isPast("2026-11-21", now)).toBe(true);
    expect(isPast("", now)).toBe(false);
    expect(brokenRange("10.1.0.0/16; 10.1.0.5/16")).toBe("10.1.0.5/16");
    const many = rangesOf("10.0.0.1,".repeat(21)).join(",");
    for (const patch of [
      { expires: "2026-11-21" },
      { label: " " },
      { holder: "x" },
      { cidrs: "abc" },
      { cidrs: many },
    ]) {
      expect(keyInput({ ...form, ...patch }, { feed: "moh", by, now })).toBeNull();
    }
  });

  it("gives a command that stores nothing, with exact figures and quoted for a shell", () => {
    const row = { indicator: "a.b", area: "01", period: "2026-10", value: "42150.3", status: "A" };
    const first = { origin: "http://127.0.0.1:3000", feed: "moh", key: "bcs_a_b", row, needsDigest: false };
    const command = curlCommand(first);
    expect(command).toContain("'http://127.0.0.1:3000/api/v1/submissions?dryRun=true'");
    expect(command).toContain("Authorization: Bearer bcs_a_b");
    expect(command).toContain("Idempotency-Key: thu-a");
    expect(command).toContain('"period":"2026-10","value":42150.3,"status":"A"');
    expect(command).not.toContain("…");
    expect(curlCommand({ ...first, row: { ...row, value: "0.10" } })).toContain('"value":"0.10"');
    expect(curlCommand({ ...first, row: { ...row, breakdown: { x: "it's" } } })).toContain("it'\\''s");
  });
});
