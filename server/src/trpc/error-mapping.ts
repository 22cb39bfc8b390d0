import { DomainError, type ErrorFacts } from "@bochiso/shared/errors";
import type { Text } from "@bochiso/shared/text";
import { TRPCError } from "@trpc/server";

/** What a screen learns of an error: a stable code, facts, and a sentence in both languages. */
export interface ScreenErrorData {
  domainCode: string;
  facts: ErrorFacts;
  text: Text;
}

type TrpcCode = TRPCError["code"];

/** Codes of the domain that mean something other than a request that cannot be answered. */
const TRPC_CODE: Readonly<Record<string, TrpcCode>> = {
  "scope-unknown": "NOT_FOUND",
  "group-unknown": "NOT_FOUND",
  "indicator-unknown": "NOT_FOUND",
  "area-unknown": "NOT_FOUND",
  "cell-unknown": "NOT_FOUND",
  "flag-unknown": "NOT_FOUND",
  "rule-unknown": "NOT_FOUND",
  "contract-changed": "CONFLICT",
  "flag-changed": "CONFLICT",
  "flag-resolved": "CONFLICT",
  "rule-changed": "CONFLICT",
  "lock-double": "CONFLICT",
  "signature-key-taken": "CONFLICT",
  "no-permission": "FORBIDDEN",
  busy: "SERVICE_UNAVAILABLE",
  "storage-low": "SERVICE_UNAVAILABLE",
  "storage-failed": "SERVICE_UNAVAILABLE",
  "writer-closed": "SERVICE_UNAVAILABLE",
};

const UNEXPECTED: Text = {
  vi: "Hệ thống gặp lỗi ngoài dự kiến. Vui lòng thử lại.",
  en: "Something unexpected went wrong. Please try again.",
};
const BAD_INPUT: Text = { vi: "Yêu cầu không hợp lệ.", en: "The request is not valid." };

/** The tRPC error of an error of the domain; any other error is passed on unchanged. */
export function toTrpcError(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  return new TRPCError({ code: TRPC_CODE[error.code] ?? "BAD_REQUEST", message: error.message, cause: error });
}

/** The part of an answer that describes the error to people and programs. */
export function errorData(error: TRPCError): ScreenErrorData {
  if (error.cause instanceof DomainError) {
    return { domainCode: error.cause.code, facts: error.cause.facts, text: error.cause.text };
  }
  if (error.code === "BAD_REQUEST" || error.code === "PARSE_ERROR") {
    return { domainCode: "bad-request", facts: {}, text: BAD_INPUT };
  }
  if (error.code === "NOT_FOUND" || error.code === "METHOD_NOT_SUPPORTED") {
    return { domainCode: "not-found", facts: {}, text: BAD_INPUT };
  }
  return { domainCode: "unexpected", facts: {}, text: UNEXPECTED };
}
