import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { DomainError } from "@bochiso/shared/errors";
import type { PullLimits } from "@bochiso/shared/pull";
import { pullFault } from "../pull-fault.ts";
import { type AddressRule, checkLiteral, guardedLookup, hostOf } from "./guarded-lookup.ts";

/** One request of a run. */
export interface Question {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: PullLimits;
  readonly rule: AddressRule;
  /** Ends the request: the server stops, or the whole run took too long. */
  readonly signal: AbortSignal;
}

/** Asks once, without following anywhere, and hands the answer to `read`, after which the connection is gone. */
export async function askOnce<T>(question: Question, read: (answer: IncomingMessage) => Promise<T>): Promise<T> {
  const { url, headers, limits, rule, signal } = question;
  checkLiteral(url, rule);
  const { request } = url.protocol === "https:" ? https : http;
  const asked = request(url, {
    headers,
    signal,
    // A connection of its own: none of a pool that was checked for another rule.
    agent: false,
    lookup: guardedLookup(rule),
    rejectUnauthorized: true,
  });
  const connecting = setTimeout(
    () => asked.destroy(pullFault("pull-timeout", { host: hostOf(url), seconds: limits.connectSeconds })),
    1_000 * limits.connectSeconds,
  );
  asked.on("socket", (socket) =>
    socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => clearTimeout(connecting)),
  );
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      asked.on("response", resolve);
      asked.on("error", reject);
      asked.end();
    });
    return await read(answer);
  } catch (error) {
    throw asFault(error, question);
  } finally {
    clearTimeout(connecting);
    asked.destroy();
  }
}

/** The body of an answer out of its compression, never more than the limit. Throws `pull-too-large`, `pull-encoding`. */
export async function readBytes(answer: IncomingMessage, limits: PullLimits): Promise<Uint8Array> {
  const encoding = (answer.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (encoding !== "identity" && encoding !== "gzip") throw pullFault("pull-encoding", { got: encoding.slice(0, 40) });
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const collect = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of source) {
      bytes += chunk.byteLength;
      // A small body may inflate without end: it is counted as it comes out.
      if (bytes > limits.bytes) throw pullFault("pull-too-large", { bytes: limits.bytes });
      chunks.push(chunk);
    }
  };
  if (encoding === "gzip") await pipeline(answer, createGunzip(), collect);
  else await pipeline(answer, collect);
  return Buffer.concat(chunks);
}

const TLS = /^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|EPROTO)/;

/** What stopped a request, as a steward is told it. */
function asFault(error: unknown, { url, limits, signal }: Question): unknown {
  if (error instanceof DomainError) return error;
  const host = hostOf(url);
  if (signal.aborted) {
    const isTime = signal.reason instanceof DOMException && signal.reason.name === "TimeoutError";
    return isTime
      ? pullFault("pull-timeout", { host, seconds: limits.timeoutSeconds })
      : pullFault("pull-interrupted", { host });
  }
  if (!(error instanceof Error)) return error;
  const reason = "code" in error ? String(error.code) : error.message.slice(0, 120);
  if (reason.startsWith("Z_")) return pullFault("pull-encoding", { got: "gzip" });
  return pullFault(TLS.test(reason) ? "pull-tls" : "pull-connect-failed", { host, reason });
}
