import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fingerprint, isFresh, writeStamp } from "./fingerprint.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "bcs-print-"));
  for (const folder of ["src/deep", "src/node_modules/x", "src/dist"])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, "src/deep/a.ts"), "one");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const print = () => fingerprint({ root, paths: ["src", "absent.ts"] });

describe("fingerprint", () => {
  it.each([
    ["changed content", () => writeFileSync(join(root, "src/deep/a.ts"), "two")],
    ["a new file", () => writeFileSync(join(root, "src/b.ts"), "")],
    ["a renamed file", () => renameSync(join(root, "src/deep/a.ts"), join(root, "src/deep/c.ts"))],
    ["a file that was absent", () => writeFileSync(join(root, "absent.ts"), "")],
  ])("changes with %s", (_case, change) => {
    const before = print();
    change();
    expect(print()).not.toBe(before);
  });

  it("does not change with tests, dependencies, outputs or a file written again", () => {
    const before = print();
    writeFileSync(join(root, "src/deep/a.ts"), "one");
    for (const path of ["src/deep/a.test.ts", "src/node_modules/x/i.js", "src/dist/i.js"]) {
      writeFileSync(join(root, path), "x");
    }
    expect(print()).toBe(before);
  });
});

describe("a stamp", () => {
  it("is fresh only for the hash it was written with", () => {
    const stamp = join(root, "dist/.fingerprint");
    expect(isFresh({ stamp, hash: "a" })).toBe(false);
    writeStamp({ stamp, hash: "a" });
    expect(isFresh({ stamp, hash: "a" })).toBe(true);
    expect(isFresh({ stamp, hash: "b" })).toBe(false);
  });
});
