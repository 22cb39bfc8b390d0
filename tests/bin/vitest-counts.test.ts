import { describe, expect, it } from "vitest";
import { vitestCounts } from "./vitest-counts.ts";

const file = (status: string, tests: readonly string[]) => ({
  name: "x.test.ts",
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});
const count = (files: readonly unknown[], exitCode = 0) =>
  vitestCounts({ report: JSON.stringify({ testResults: files }), exitCode });

describe("vitestCounts", () => {
  it("counts tests by what they really did", () => {
    const files = [file("passed", ["passed", "passed", "skipped", "todo"]), file("failed", ["failed", "passed"])];
    expect(count(files, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  it.each([
    ["a file that failed to import", [file("passed", ["passed"]), file("failed", [])], 1],
    ["a set-up that failed after the tests passed", [file("failed", ["passed"])], 1],
    ["a file without tests", [file("passed", ["passed"]), file("passed", [])], 0],
    ["an unhandled error between tests", [file("passed", ["passed"])], 1],
  ])("counts %s as one failure", (_case, files, exitCode) => {
    expect(count(files, exitCode)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it.each([
    ["no tests at all", JSON.stringify({ testResults: [] })],
    ["only skipped tests", JSON.stringify({ testResults: [file("passed", ["skipped"])] })],
    ["no report", undefined],
    ["a report cut short", "{"],
  ])("fails with %s, even when vitest ended well", (_case, report) => {
    expect(vitestCounts({ report, exitCode: 0 }).failed).toBe(1);
  });
});
