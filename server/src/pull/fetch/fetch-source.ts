import type { IncomingMessage } from "node:http";
import type { PullConfig, PullFormat } from "@bochiso/shared/pull";
import { VERSION } from "../../platform/version.ts";
import { pullFault } from "../pull-fault.ts";
import { rangesOf } from "./address-guard.ts";
import { askOnce, readBytes } from "./ask-once.ts";
import { hostOf } from "./guarded-lookup.ts";
import { type SecretPlaces, secretHeader } from "./read-secret.ts";
import { retryAfterSeconds } from "./retry-after.ts";

/** What a source said last time, to be told "unchanged". */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What a source answered. */
export type Fetched =
  | { readonly kind: "not-modified"; readonly status: 304 }
  | {
      readonly kind: "content";
      readonly status: 200;
      readonly body: Uint8Array;
      readonly validators: Validators;
    };

/** A run's question to its source. */
export interface SourceQuestion {
  readonly config: PullConfig;
  readonly validators: Validators;
  readonly places: SecretPlaces;
  /** Ends it before its time: the server stops. */
  readonly signal: AbortSignal;
  /** Epoch milliseconds. */
  readonly now: number;
}

const MOST_REDIRECTS = 5;
const LONGEST_VALIDATOR = 1_000;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const MEDIA_TYPES = {
  json: ["application/json", "text/json"],
  csv: ["text/csv", "application/csv", "text/plain"],
} as const satisfies Record<PullFormat["kind"], readonly string[]>;

/**
 * Asks a source, following a few redirections, each checked like the first address; the secret goes to the first origin only.
 * Throws `pull-…` faults; those of a status carry `status` and, where the source names one, `retryAfter` in seconds.
 */
export async function fetchSource(question: SourceQuestion): Promise<Fetched> {
  const { config, signal } = question;
  const whole = AbortSignal.any([signal, AbortSignal.timeout(1_000 * config.limits.timeoutSeconds)]);
  const first = new URL(config.url);
  let url = checkedUrl(first, first);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const found = await askHop(question, { url, first, signal: whole });
    if (!(found instanceof URL)) return found;
    url = found;
  }
  throw redirectRefused(url, "quá nhiều lần chuyển hướng / too many redirections");
}

interface Hop {
  readonly url: URL;
  readonly first: URL;
  readonly signal: AbortSignal;
}

/** One request: the answer, or where it leads. */
function askHop(question: SourceQuestion, { url, first, signal }: Hop): Promise<Fetched | URL> {
  const { config, places, validators, now } = question;
  const secret = url.origin === first.origin ? secretHeader(config.secret, places) : {};
  const isBare = url.protocol === "http:" && Object.keys(secret).length > 0;
  const headers = { ...plainHeaders(config), ...conditions(validators), ...secret };
  const rule = { named: rangesOf(...config.privateAddresses), insideOnly: isBare };
  return askOnce({ url, headers, rule, signal, limits: config.limits }, async (answer) => {
    const status = answer.statusCode ?? 0;
    const { location } = answer.headers;
    if (REDIRECTS.has(status) && location !== undefined) return leadsTo(location, url);
    const isConditional = validators.etag !== null || validators.lastModified !== null;
    if (status === 304 && isConditional) return { kind: "not-modified", status };
    if (status !== 200) throw statusFault(answer, status, now);
    checkMediaType(answer, config);
    const body = await readBytes(answer, config.limits);
    return { kind: "content", status, body, validators: validatorsOf(answer) };
  });
}

function plainHeaders({ code, format, mediaTypes }: PullConfig): Record<string, string> {
  return {
    accept: [...MEDIA_TYPES[format.kind], ...mediaTypes].join(", "),
    "accept-encoding": "gzip",
    "user-agent": `bochiso/${VERSION} (pull; ${code})`,
  };
}

function conditions({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag === null ? {} : { "if-none-match": etag }),
    ...(lastModified === null ? {} : { "if-modified-since": lastModified }),
  };
}

function validatorsOf({ headers }: IncomingMessage): Validators {
  const kept = (header: string | undefined): string | null =>
    header !== undefined && header.length <= LONGEST_VALIDATOR ? header : null;
  return { etag: kept(headers.etag), lastModified: kept(headers["last-modified"]) };
}

function leadsTo(location: string, from: URL): URL {
  if (!URL.canParse(location, from)) throw redirectRefused(location, "địa chỉ sai / malformed address");
  return checkedUrl(new URL(location, from), from);
}

function checkedUrl(url: URL, from: URL): URL {
  if (url.protocol !== "http:" && url.protocol !== "https:") throw redirectRefused(url, "http, https");
  if (url.username !== "" || url.password !== "")
    throw redirectRefused(url.origin, "có thông tin truy cập / it carries credentials");
  if (from.protocol === "https:" && url.protocol === "http:")
    throw redirectRefused(url, "từ https xuống http / from https to http");
  return url;
}

function redirectRefused(to: URL | string, reason: string): Error {
  return pullFault("pull-redirect-refused", { to: String(to).slice(0, 200), reason });
}

function statusFault({ headers }: IncomingMessage, status: number, now: number): Error {
  const code = status === 401 || status === 403 ? "pull-access-refused" : "pull-status";
  return pullFault(code, { status, retryAfter: retryAfterSeconds(headers["retry-after"], now) });
}

/** An error page in HTML is no table, whatever its status says. */
function checkMediaType({ headers }: IncomingMessage, { format, mediaTypes, url }: PullConfig): void {
  const got = headers["content-type"] ?? "";
  const [essence = "", ...parameters] = got.split(";").map((part) => part.trim().toLowerCase());
  const expected: readonly string[] = [...MEDIA_TYPES[format.kind], ...mediaTypes];
  const isOurs = expected.includes(essence) || (format.kind === "json" && essence.endsWith("+json"));
  const charset = parameters.find((it) => it.startsWith("charset="))?.replace(/^charset=|"/g, "");
  if (isOurs && (charset === undefined || ["utf-8", "utf8", "us-ascii"].includes(charset))) return;
  const host = hostOf(new URL(url));
  throw pullFault("pull-media-type", { host, got: got.slice(0, 100), expected: expected.join(", ") });
}
