import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import type { Request } from "express";
import { describe, expect, it } from "vitest";
import { createAdmission, type Stay } from "./admission.ts";
import { announcedBytes, readBody } from "./read-body.ts";

const MIB = 1024 * 1024;

/** A request as `readBody` sees it; `reads` counts the chunks taken from it. */
function aRequest(wire: Buffer, headers: Record<string, string> = {}) {
  const seen = { reads: 0 };
  const chunks = function* () {
    for (let at = 0; at < wire.length; at += 64 * 1024) {
      seen.reads += 1;
      yield wire.subarray(at, at + 64 * 1024);
    }
  };
  const stream = Object.assign(Readable.from(chunks()), { headers });
  return { request: stream as unknown as Request, seen };
}

const gzip = (wire: Buffer) => aRequest(wire, { "content-encoding": "gzip", "content-length": String(wire.length) });

function enterWith(admission: ReturnType<typeof createAdmission>) {
  let count = 0;
  return (bytes: number, pending = 0): Stay => {
    count += 1;
    return admission.enter({ feed: "f", idempotencyKey: String(count), bytes, pending, urgent: true });
  };
}

const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "read",
    (error: { code?: string }) => error.code ?? "",
  );

describe("a body", () => {
  it("of many large gzips at once is refused before it is inflated", async () => {
    const wire = gzipSync(Buffer.alloc(4 * MIB));
    const enter = enterWith(createAdmission({ submissions: 64, bytes: 10 * MIB }));
    const asked: number[][] = [];
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => {
        const { request } = gzip(wire);
        const stay = enter(announcedBytes(request));
        const steps: number[] = [];
        asked.push(steps);
        const hold = (bytes: number): void => {
          steps.push(bytes);
          stay.hold(bytes);
        };
        return code(readBody(request, hold));
      }),
    );
    expect(answers.toSorted()).toEqual(["busy", "busy", "busy", "read", "read"]);
    // Refused ones asked once, for the whole they would inflate to; the others went down to their real size.
    const whole = wire.length + 4 * MIB;
    expect(asked.map((it) => it.join()).toSorted()).toEqual(
      [whole, whole, whole, `${whole},${4 * MIB}`, `${whole},${4 * MIB}`].map(String).toSorted(),
    );
  });

  it("that lies about its inflated size is refused where the room ends", async () => {
    const wire = gzipSync(Buffer.alloc(4 * MIB));
    wire.writeUInt32LE(10, wire.length - 4);
    const stay = enterWith(createAdmission({ submissions: 64, bytes: MIB }))(wire.length);
    expect(await code(readBody(gzip(wire).request, stay.hold))).toBe("busy");
  });

  it("of no announced length takes room as it comes", async () => {
    const { request, seen } = aRequest(Buffer.alloc(2 * MIB, " "));
    const stay = enterWith(createAdmission({ submissions: 64, bytes: MIB }))(announcedBytes(request));
    expect(await code(readBody(request, stay.hold))).toBe("busy");
    expect(seen.reads).toBeLessThan(32);
  });

  it("leaves its room when it is answered", async () => {
    const enter = enterWith(createAdmission({ submissions: 2, bytes: 10 * MIB }));
    for (let turn = 0; turn < 5; turn += 1) {
      const { request } = gzip(gzipSync(Buffer.alloc(4 * MIB)));
      const stay = enter(announcedBytes(request));
      const { bytes, sha256 } = await readBody(request, stay.hold);
      expect(bytes.length).toBe(4 * MIB);
      expect(sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
      stay.leave();
    }
  });
});

describe("admission", () => {
  it("refuses what is announced before anything is read", () => {
    const enter = enterWith(createAdmission({ submissions: 64, bytes: 10 * MIB }));
    const first = enter(8 * MIB);
    expect(() => enter(8 * MIB)).toThrow(expect.objectContaining({ code: "busy" }));
    first.leave();
    enter(8 * MIB).leave();
  });

  it("counts those being read and those at the writer", () => {
    const enter = enterWith(createAdmission({ submissions: 2, bytes: MIB }));
    expect(() => enter(1, 2)).toThrow(expect.objectContaining({ code: "busy" }));
    enter(1);
    enter(1);
    expect(() => enter(1)).toThrow(expect.objectContaining({ code: "busy" }));
  });

  it("keeps a quarter of the places and the bytes free for what cannot wait", () => {
    const admission = createAdmission({ submissions: 4, bytes: 4 * MIB });
    const enter = (bytes: number, urgent: boolean, pending = 0): Stay => {
      return admission.enter({ feed: "f", idempotencyKey: `${bytes} ${urgent} ${pending}`, bytes, pending, urgent });
    };
    const busy = expect.objectContaining({ code: "busy" });
    expect(() => enter(1, false, 3)).toThrow(busy);
    enter(1, true, 3).leave();
    expect(() => enter(3 * MIB + 1, false)).toThrow(busy);
    enter(3 * MIB + 1, true).leave();
  });

  it("takes one submission per feed and key at a time", () => {
    const admission = createAdmission();
    const one = { feed: "a", idempotencyKey: "k", bytes: 1, pending: 0 };
    const stay = admission.enter(one);
    expect(() => admission.enter(one)).toThrow(expect.objectContaining({ code: "idempotency-key-in-use" }));
    admission.enter({ ...one, feed: "b" });
    stay.leave();
    admission.enter(one);
  });
});
