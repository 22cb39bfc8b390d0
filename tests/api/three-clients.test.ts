import { execFile } from "node:child_process";
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Receipt } from "@bochiso/shared/submission";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LIMITS } from "../../server/src/ingestion/limits.ts";
import { type EmptyServer, startEmptyServer } from "../support/empty-server.ts";
import { EXAMPLE_TOOL_NAMES, exampleTool } from "../support/example-tools.ts";
import { type LineFault, startFlakyProxy } from "../support/flaky-proxy.ts";
import { type ApiClient, apiClient } from "../support/http/api-client.ts";

const EXAMPLES = fileURLToPath(new URL("../../server/examples/", import.meta.url));
const CLIENTS = {
  curl: { command: "sh", script: "push.sh" },
  node: { command: process.execPath, script: "push.mjs" },
  python: { command: "python3", script: "push.py" },
} as const;
type Client = keyof typeof CLIENTS;
const NAMES = Object.keys(CLIENTS) as Client[];

let server: EmptyServer;
let api: ApiClient;
let folder: string;
const batch = readFileSync(join(EXAMPLES, "batch.json"), "utf8");

beforeAll(async () => {
  for (const tool of EXAMPLE_TOOL_NAMES) exampleTool(tool);
  server = await startEmptyServer(["mof.customs"]);
  api = apiClient(server);
  folder = mkdtempSync(join(tmpdir(), "bochiso-examples-"));
});
afterAll(async () => {
  await server?.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A program of the examples, to its end. */
function run(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve) => {
    execFile(command, [...args], { env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : error === null ? 0 : 99, stdout, stderr });
    });
  });
}

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs an example as its reader would. */
function push(client: Client, url: string, file: string, env: Record<string, string> = {}): Promise<Run> {
  const { command, script } = CLIENTS[client];
  return run(command, [join(EXAMPLES, script), file], {
    BOCHISO_URL: url,
    BOCHISO_KEY: server.keys.feeds["mof.customs"] ?? "",
    ...env,
  });
}

/** A file of this client's own, so that each has an idempotency key of its own; named as files are named here. */
function fileOf(client: Client, content: string): string {
  const file = join(folder, `Biểu số liệu ${client}-${content.length}.json`);
  writeFileSync(file, content);
  return file;
}

const receiptOf = ({ stdout, stderr }: Run): Receipt => {
  expect(stderr).not.toContain("Error");
  return Receipt.parse((JSON.parse(stdout) as { receipt: unknown }).receipt);
};

describe("the examples in curl, Node and Python", () => {
  it("give the same root of rows for the same batch, and one set of values", async () => {
    const runs = await Promise.all(NAMES.map((client) => push(client, server.url, fileOf(client, batch))));
    expect(runs.map(({ code, stderr }) => [code, stderr])).toEqual(NAMES.map(() => [0, ""]));
    const receipts = runs.map(receiptOf);
    expect(new Set(receipts.map(({ rowsRoot }) => rowsRoot)).size).toBe(1);
    expect(new Set(receipts.map(({ id }) => id)).size).toBe(3);
    const keys = receipts.map(({ idempotencyKey }) => idempotencyKey.replace(/[0-9a-f]{32}$/, "#"));
    expect(keys).toEqual(NAMES.map((client) => `Bi-u-s-li-u-${client}-${batch.length}.json-#`));
    const outcomes = receipts.map(({ counts }) => `${counts.created} created, ${counts.unchanged} unchanged`);
    const replay = "0 created, 3 unchanged";
    expect(outcomes.toSorted()).toEqual([replay, replay, "3 created, 0 unchanged"]);
  });

  it("other rows have another root", async () => {
    const other = batch.replace("38510.25", "38510.26");
    const [same, changed] = [
      await push("python", server.url, fileOf("python", batch)),
      await push("python", server.url, fileOf("python", `${other} `)),
    ].map(receiptOf);
    expect(changed?.rowsRoot).not.toBe(same?.rowsRoot);
  });

  it.each(NAMES)("in %s waits when told to, recovers a lost answer, and nothing counts twice", async (client) => {
    const faults: LineFault[] = ["busy", "lose-answer"];
    const line = await startFlakyProxy(server.url, faults);
    try {
      const run = await push(client, line.url, fileOf(client, `${batch}  `));
      expect([run.code, line.seen]).toEqual([0, ["POST busy", "POST lose-answer", "GET pass"]]);
      const receipt = receiptOf(run);
      const path = `/api/v1/submissions?idempotencyKey=${encodeURIComponent(receipt.idempotencyKey)}`;
      const found = await api.get<{ receipt: unknown }>(path, { key: server.keys.feeds["mof.customs"] ?? "" });
      expect(found.json.receipt).toEqual(receipt);
    } finally {
      await line.close();
    }
  });

  it.each(["node", "python"] as const)(
    "in %s sends nothing that is larger than the announced limits",
    async (client) => {
      const seen: string[] = [];
      const limits = { ...LIMITS, wireBytes: 1_000_000 };
      const other = createServer((request, response) => {
        seen.push(`${request.method} ${request.url}`);
        response.setHeader("Content-Type", "application/json").end(JSON.stringify(limits));
      });
      await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
      try {
        const file = fileOf(client, randomBytes(1_100_000).toString("base64"));
        const { code, stderr } = await push(client, `http://127.0.0.1:${(other.address() as AddressInfo).port}`, file);
        expect([code, seen]).toEqual([1, ["GET /api/v1/limits"]]);
        expect(stderr).toContain("too-large: wireBytes is 1000000, the file takes");
      } finally {
        other.close();
      }
    },
  );

  it.each(["node", "python"] as const)("in %s sends a large file that is within them", async (client) => {
    const line = await startFlakyProxy(server.url, []);
    try {
      const run = await push(client, line.url, fileOf(client, batch.padEnd(1_100_000)));
      expect([run.code, line.seen]).toEqual([0, ["GET pass", "POST pass"]]);
    } finally {
      await line.close();
    }
  });

  it.each(NAMES)("in %s tells what was refused, and does not try again", async (client) => {
    const line = await startFlakyProxy(server.url, []);
    try {
      const run = await push(client, line.url, fileOf(client, batch.replace("2025-03", "2025-13")));
      expect([run.code, run.stdout, line.seen]).toEqual([1, "", ["POST pass"]]);
      expect(run.stderr).toContain('"code":"period-malformed"');
    } finally {
      await line.close();
    }
  });
});

describe("the example in Node, where the feed asks for signed requests", () => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const keyid = "hq-2026";

  beforeAll(async () => {
    const x = publicKey.export({ format: "jwk" }).x ?? "";
    writeFileSync(join(folder, "sign-key.pem"), privateKey.export({ format: "pem", type: "pkcs8" }));
    const input = { feed: "mof.customs", keyid, publicKey: x, required: true, by: "test" };
    await server.services.writer.execute({ name: "add-signature-key", input });
  });
  afterAll(async () => {
    const input = { feed: "mof.customs", keyid, reason: "test", by: "test" };
    await server.services.writer.execute({ name: "revoke-signature-key", input });
  });

  const signs = (id: string) => ({ BOCHISO_SIGN_KEY: join(folder, "sign-key.pem"), BOCHISO_SIGN_KEYID: id });

  it("is taken with its signature, over a line that fails too", async () => {
    const line = await startFlakyProxy(server.url, ["busy"]);
    try {
      const answer = await push("node", line.url, fileOf("node", `${batch}    `), signs(keyid));
      expect([answer.code, receiptOf(answer).counts.received]).toEqual([0, 3]);
    } finally {
      await line.close();
    }
  });

  it("is told what is missing or wrong otherwise", async () => {
    const file = fileOf("node", `${batch}     `);
    const unsigned = await push("node", server.url, file);
    expect([unsigned.code, unsigned.stderr]).toEqual([1, expect.stringContaining('"signature":"missing"')]);
    const unknown = await push("node", server.url, file, signs("hq-2027"));
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('"signature":"keyid"')]);
  });
});

describe("the verifier of receipts that is given out", () => {
  it("knows a genuine receipt by the published keys alone, and tells what was altered", async () => {
    const file = fileOf("node", batch);
    const answer = await push("node", server.url, file);
    const keys = await api.get("/.well-known/bcs-keys.json", { key: null });
    const [answerFile, keysFile] = [join(folder, "answer.json"), join(folder, "keys.json")];
    writeFileSync(keysFile, keys.text);
    const verdict = async (text: string, body: string) => {
      writeFileSync(answerFile, text);
      return (await run(process.execPath, [join(EXAMPLES, "verify-receipt.mjs"), answerFile, keysFile, body])).code;
    };
    const other = fileOf("node", `${batch}\n`);
    expect(await verdict(answer.stdout, file)).toBe(0);
    expect(await verdict(answer.stdout.replace('"created":', '"created":1'), file)).toBe(1);
    expect(await verdict(answer.stdout, other)).toBe(1);
    expect(await verdict(answer.stdout.replace('"created":', '"extra":1,"created":'), file)).toBe(1);
    const sealed = JSON.stringify(receiptOf(answer));
    expect(await verdict(sealed.replace("{", `{"receipt":${sealed},"approvedBy":"x",`), file)).toBe(1);
    expect(await verdict(sealed.replace(/,"seal":.*$/, "}"), file)).toBe(1);
  });
});

describe("the follower of changes that is given out", () => {
  it("tells what was refused, and stays where it was", async () => {
    const state = join(folder, "ahead.json");
    const ahead = JSON.stringify({ sinceSeq: 900_000, cursor: null, newest: 900_000 });
    writeFileSync(state, ahead);
    const { code, stderr } = await run("python3", [join(EXAMPLES, "follow.py"), state], {
      BOCHISO_URL: server.url,
      BOCHISO_KEY: server.keys.reader,
    });
    expect([code, JSON.parse(stderr)]).toMatchObject([1, { parameter: "sinceSeq" }]);
    expect(readFileSync(state, "utf8")).toBe(ahead);
  });

  it("prints every change once and in order, though it is stopped after every page", async () => {
    const state = join(folder, "state.json");
    const follow = async (pages: string) => {
      const { code, stdout, stderr } = await run(
        "python3",
        [join(EXAMPLES, "follow.py"), state, "breakdown.*=*&limit=9"],
        { BOCHISO_URL: server.url, BOCHISO_KEY: server.keys.reader, BOCHISO_PAGES: pages },
      );
      expect([code, stderr]).toEqual([0, ""]);
      return stdout.split("\n").filter((line) => line !== "");
    };
    const seen: string[] = [];
    for (let more = await follow("1"); more.length > 0; more = await follow("1")) seen.push(...more);
    await push("python", server.url, fileOf("python", `${batch.replace("38510.25", "38511")}   `));
    seen.push(...(await follow("9")));
    const whole = await api.get<{ observations: object[] }>(
      "/api/v1/observations?sinceSeq=0&breakdown.*=*&limit=10000",
    );
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.map((line) => JSON.parse(line) as unknown)).toEqual(whole.json.observations);
  });
});
