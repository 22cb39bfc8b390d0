import { describe, expect, it, vi } from "vitest";
import { BROKEN } from "../support/faults/broken-code.ts";
import { DISK_FAULTS, onReadOnlyFolder } from "../support/faults/disk-faults.ts";
import { brokenBuild, serverBuild } from "../support/faults/server-build.ts";
import { whyNoSmallDisk } from "../support/faults/small-disk.ts";
import { wrongOf } from "../support/faults/under-fault.ts";

// Starting servers takes long on a busy machine; nothing here is measured.
vi.setConfig({ testTimeout: 240_000 });
/** The others are in the full proof. */
const TRIED = ["fullDisk", "failingFlush"];

describe("a server on a failing disk refuses or waits, loses nothing, and goes on when the fault is over", () => {
  it.for(DISK_FAULTS.filter(({ name }) => TRIED.includes(name)))("$name", async (fault, context) => {
    const impossible = fault.whyNot();
    if (impossible !== null) return context.skip(impossible);
    const outcome = await fault.run(await serverBuild(), 3);
    expect(outcome.report.findings).toEqual([]);
    expect(wrongOf(outcome), JSON.stringify(outcome)).toBe(0);
    if (fault.refusedWith !== null) expect(Object.keys(outcome.answers)).toContain(fault.refusedWith);
  });

  it("does not start on a folder it cannot write to, and does when it can", async (context) => {
    const impossible = whyNoSmallDisk();
    if (impossible !== null) return context.skip(impossible);
    expect(await onReadOnlyFolder(await serverBuild())).toEqual({ whenReadOnly: false, afterwards: true });
  });

  it("would be found out if it took a failed commit for a good one", async (context) => {
    const flush = DISK_FAULTS.find(({ name }) => name === "failingFlush");
    const impossible = flush?.whyNot() ?? null;
    if (impossible !== null) return context.skip(impossible);
    const outcome = await flush?.run(await brokenBuild(BROKEN.deafCommit), 3);
    expect(outcome?.report.lost).toBeGreaterThan(0);
  });
});
