import { readFileSync } from "node:fs";
import { request } from "node:http";
import { ROW_ERROR_CODES } from "@bochiso/shared/submission";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { DOCUMENT_FILE, documentText } from "../../server/src/edges/openapi/document-text.ts";
import { OPERATIONS } from "../../server/src/edges/openapi/operations.ts";
import { problemsOf } from "../../server/src/edges/openapi/problem-answers.ts";
import { SUBMISSION_EXAMPLES } from "../../server/src/edges/openapi/submission-examples.ts";
import { PROBLEMS } from "../../server/src/edges/rest/problems.ts";
import { restRouter } from "../../server/src/edges/rest/rest-router.ts";
import { MAX_AGE, MUST_COVER } from "../../server/src/edges/rest/submissions/signature-terms.ts";
import { LIMITS } from "../../server/src/ingestion/limits.ts";
import { type EmptyServer, startEmptyServer } from "../support/empty-server.ts";
import { type ApiClient, apiClient } from "../support/http/api-client.ts";
import { createAnswerCheck, servedApi } from "../support/http/openapi-check.ts";

let server: EmptyServer;
let api: ApiClient;

beforeAll(async () => {
  server = await startEmptyServer(["mof.customs"]);
  api = apiClient(server);
});
afterAll(() => server.remove());

describe("the OpenAPI document", () => {
  it("is the one kept in the repository: `npm run openapi` writes it anew", () => {
    const kept = readFileSync(new URL(`../../${DOCUMENT_FILE}`, import.meta.url), "utf8");
    expect(kept === documentText(), `${DOCUMENT_FILE} is stale`).toBe(true);
  });

  it("is served with its ETag, and is linked from the root of the API", async () => {
    const answer = await api.get("/api/v1/openapi.json", { key: null });
    expect(answer.text).toBe(JSON.stringify(JSON.parse(documentText())));
    const again = await api.get("/api/v1/openapi.json", {
      key: null,
      headers: { "If-None-Match": answer.headers.get("etag") ?? "" },
    });
    expect([again.status, again.text]).toEqual([304, ""]);
    const { links } = (await api.get<{ links: Record<string, string> }>("/api/v1", { key: null })).json;
    expect(links).toMatchObject({ openapi: "/api/v1/openapi.json", docs: "/api/docs" });
  });

  it("names operations once, places the parameters of every address, and refers to what is there", () => {
    expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
    for (const { path, parameters = [] } of OPERATIONS) {
      const named = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
      expect(parameters.filter((it) => it.in === "path").map(({ name }) => name)).toEqual(named);
    }
    const { components } = servedApi();
    const references = documentText().matchAll(/"\$ref": "#\/components\/(schemas|headers)\/([^"]+)"/g);
    for (const [, kind = "", name = ""] of references) {
      expect(Object.keys((kind === "schemas" ? components.schemas : components.headers) ?? {})).toContain(name);
    }
  });

  it("describes every route there is, and no other", () => {
    const described = OPERATIONS.filter(({ path }) => path.startsWith("/api/v1")).map(({ path }) => path);
    expect([...new Set(described)].toSorted()).toEqual(routesOf(() => restRouter(server.services)).toSorted());
  });

  it("lists every code of requests and rows, and the limits as published", async () => {
    const listed = new Set(OPERATIONS.flatMap((it) => [...problemsOf(it).values()].flat()));
    const everywhere = ["method-not-allowed"];
    expect([...listed, ...everywhere].toSorted()).toEqual(Object.keys(PROBLEMS).toSorted());
    for (const code of ROW_ERROR_CODES) expect(documentText()).toContain(`"${code}"`);
    expect((await api.get("/api/v1/limits", { key: null })).json).toMatchObject(LIMITS);
  });

  it("speaks of every operation in both languages", () => {
    for (const { summary, answers } of OPERATIONS) {
      for (const { vi, en } of [summary, ...Object.values(answers).map(({ text }) => text)]) {
        expect(vi).not.toBe("");
        expect(en).not.toBe("");
        expect(vi).not.toBe(en);
      }
    }
  });

  it("has examples that the service takes", async () => {
    const { json, ...others } = SUBMISSION_EXAMPLES;
    const types = {
      ndjson: "application/x-ndjson",
      csv: "text/csv",
      sdmx2: "application/vnd.sdmx.data+csv;version=2.0.0",
      sdmx1: "application/vnd.sdmx.data+csv;version=1.0.0",
    };
    const answers = [await api.submit(json, { query: "?dryRun=true" })];
    for (const [name, body] of Object.entries(others)) {
      const type = types[name as keyof typeof types];
      const query = name === "ndjson" ? "?dryRun=true" : "?dryRun=true&feed=mof.customs";
      answers.push(await api.submit(body, { query, headers: { "Content-Type": type } }));
    }
    expect(answers.map(({ status, text }) => [status, status === 200 ? "" : text])).toEqual(
      answers.map(() => [200, ""]),
    );
  });
});

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${server.url}${path}`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe.each(["vi", "en"] as const)("the page of the wire contract in %s", (language) => {
  it("tells every operation, every code and every limit, and leads only to what is there", async () => {
    const { status, headers, text } = await get(`/api/docs?lang=${language}`);
    expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const { id, summary } of OPERATIONS) {
      expect(ids).toContain(id);
      expect(text).toContain(summary[language]);
    }
    for (const code of Object.keys(PROBLEMS)) expect(ids).toContain(`code-${code}`);
    for (const code of ROW_ERROR_CODES) expect(text).toContain(`<code>${code}</code>`);
    for (const name of Object.keys(LIMITS)) expect(text).toContain(`<code>${name}</code>`);
    for (const [, anchor] of text.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(anchor);
    for (const [, path = ""] of text.matchAll(/href="(\/api[^"#]*)"/g))
      expect((await get(path)).status, path).toBe(200);
  });

  it("tells how a submission is signed: what is covered, how old it may be, and the lines that are signed", async () => {
    const { text } = await get(`/api/docs?lang=${language}`);
    for (const name of MUST_COVER) expect(text).toContain(`<code>${name}</code>`);
    for (const words of [
      "&quot;@signature-params&quot;: (",
      "Signature-Input: sig1=(",
      `${MAX_AGE} `,
      "<code>keyid</code>",
    ])
      expect(text).toContain(words);
    const post = OPERATIONS.find(({ id }) => id === "postSubmission");
    const described = post?.parameters?.find(({ name }) => name === "Signature-Input")?.text[language] ?? "";
    for (const name of MUST_COVER) expect(described).toContain(`"${name}"`);
  });

  it("runs no script, sets no style of its own and asks no other host for anything", async () => {
    const { headers, text } = await get(`/api/docs?lang=${language}`);
    expect(headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(text).not.toMatch(/<script|<style|<iframe|<img| style=| on[a-z]+=/);
    const asked = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = ""]) => address);
    expect(asked.filter((address) => !/^[/#]/.test(address))).toEqual([]);
  });
});

describe("the page of the wire contract", () => {
  it("shows commands for the address it was reached at, and never what else stands in it", async () => {
    expect((await get("/api/docs")).text).toContain(`BOCHISO_URL=${server.url}`);
    const { text } = await new Promise<{ text: string }>((resolve, reject) => {
      request(`${server.url}/api/docs`, { headers: { host: "x<b>" } }, (answer) => {
        answer.setEncoding("utf8");
        let text = "";
        answer.on("data", (chunk: string) => {
          text += chunk;
        });
        answer.on("end", () => resolve({ text }));
      })
        .on("error", reject)
        .end();
    });
    expect(text).not.toContain("<b>");
  });

  it("gives out its examples by name, and nothing else", async () => {
    const { headers, text } = await get("/api/docs/examples/push.py");
    expect(headers.get("content-disposition")).toBe('attachment; filename="push.py"');
    expect(text).toContain("import urllib.request");
    expect((await get("/api/docs/examples/..%2F..%2Fpackage.json")).status).toBe(404);
    expect((await get("/api/docs?lang=fr")).status).toBe(400);
  });
});

describe("the check of answers against the document", () => {
  const check = createAnswerCheck(servedApi());
  const headers = (...extra: [string, string][]) => new Headers([["x-request-id", "1"], ...extra]);
  const json = headers(["content-type", "application/json; charset=utf-8"]);
  const perKey = { requestsPerSecond: 1, requestsAtOnce: 1, bytesPerSecond: 1, bytesAtOnce: 1 };
  const published = { ...LIMITS, perKey };
  const limits = { method: "GET", path: "/api/v1/limits", status: 200, headers: json, text: JSON.stringify(published) };
  const problem = (code: string) => ({
    method: "GET",
    path: "/api/v1/limits?x=1",
    status: 400,
    headers: headers(["content-type", "application/problem+json; charset=utf-8"]),
    text: JSON.stringify({
      type: "urn:x",
      title: "a",
      titleVi: "b",
      status: 400,
      code,
      detail: "c",
      detailVi: "d",
      instance: "e",
      parameter: "x",
    }),
  });

  it("passes what is described", () => {
    expect(check(limits)).toEqual([]);
    expect(check(problem("parameter-unknown"))).toEqual([]);
  });

  it.each([
    ["a status", { ...limits, status: 201 }],
    ["a media type", { ...limits, headers: headers(["content-type", "text/html"]) }],
    ["a missing header", { ...limits, headers: new Headers([["content-type", "application/json"]]) }],
    ["a missing member", { ...limits, text: JSON.stringify({ ...published, depth: undefined }) }],
    ["a member of another type", { ...limits, text: JSON.stringify({ ...published, depth: "8" }) }],
    ["a code of another operation", problem("sequence-gap")],
    ["a method", { ...limits, method: "DELETE" }],
    ["an address", { ...limits, path: "/api/v1/limit" }],
    ["a member of an answer", { ...limits, path: "/api/v1", text: JSON.stringify({ links: {}, undescribed: true }) }],
  ])("tells %s that is not", (_what, exchange) => {
    expect(check(exchange)).toHaveLength(1);
  });
});

/** A router as it is being put together. */
interface Routing {
  route(path: string): unknown;
  use(...parts: unknown[]): unknown;
}

/** The addresses that a router answers, `:name` written as `{name}`. */
function routesOf(make: () => object): string[] {
  const prototype = routingOf(make());
  const route = vi.spyOn(prototype, "route");
  const use = vi.spyOn(prototype, "use");
  const root = make();
  const paths = new Map<unknown, string[]>();
  for (const [index, [path]] of route.mock.calls.entries()) {
    const router = route.mock.contexts[index];
    paths.set(router, [...(paths.get(router) ?? []), path]);
  }
  const mounted = use.mock.calls.flatMap(([path, router]) =>
    typeof path === "string" ? (paths.get(router) ?? []).map((below) => `${path}${below}`) : [],
  );
  return [...new Set([...(paths.get(root) ?? []), ...mounted])].map((path) =>
    `/api/v1${path === "/" ? "" : path}`.replaceAll(/:([a-zA-Z]+)/g, "{$1}"),
  );
}

/** What every router has its methods from. */
function routingOf(router: object): Routing {
  for (let at: object | null = router; at !== null; at = Object.getPrototypeOf(at)) {
    if (Object.hasOwn(at, "route") && Object.hasOwn(at, "use")) return at as Routing;
  }
  throw new Error("A router has no routes");
}
