import type { Text } from "@bochiso/shared/text";
import type { SchemaName } from "../components.ts";
import { named, type Operation } from "../operation.ts";

const json = (schema: SchemaName, text: Text) => ({
  text,
  content: { "application/json": { schema: named(schema) } },
});

const OPEN_API = {
  type: "object",
  properties: { openapi: { type: "string" }, info: { type: "object" }, paths: { type: "object" } },
  required: ["openapi", "info", "paths"],
  additionalProperties: true,
};

/** What anybody may ask: addresses, limits, keys of receipts, health, this document. */
export const SERVICE_OPERATIONS: readonly Operation[] = [
  {
    id: "getIndex",
    method: "get",
    path: "/api/v1",
    tag: "service",
    summary: { en: "The addresses there are", vi: "Các địa chỉ hiện có" },
    description: "Where to begin.",
    key: "none",
    answers: { "200": json("ServiceIndex", { en: "The addresses.", vi: "Các địa chỉ." }) },
    problems: [],
  },
  {
    id: "getLimits",
    method: "get",
    path: "/api/v1/limits",
    tag: "service",
    summary: { en: "Limits of a submission", vi: "Giới hạn của một lượt gửi" },
    description: "A submission above one of them is refused with 413 and names the limit.",
    key: "none",
    answers: { "200": json("Limits", { en: "The limits.", vi: "Các giới hạn." }) },
    problems: [],
  },
  {
    id: "getOpenApi",
    method: "get",
    path: "/api/v1/openapi.json",
    tag: "service",
    summary: { en: "This document", vi: "Tài liệu này" },
    description: "OpenAPI 3.1, made of the schemas the service itself is written with.",
    key: "none",
    answers: {
      "200": {
        text: { en: "The document.", vi: "Tài liệu OpenAPI." },
        headers: { ETag: { text: { en: "Of these bytes.", vi: "Dấu của nội dung." }, required: true } },
        content: {
          "application/json": { schema: OPEN_API },
        },
      },
      "304": { text: { en: "Unchanged.", vi: "Không đổi." } },
    },
    problems: [],
  },
  {
    id: "getReceiptKeys",
    method: "get",
    path: "/.well-known/bcs-keys.json",
    tag: "service",
    summary: { en: "Public keys of receipts", vi: "Khóa công khai của biên nhận" },
    description:
      "Keep a copy with your receipts: with both a receipt is verified offline (RFC 8032, over the receipt as RFC 8785 JSON with `alg`, `kid`, `sealedAt` of its seal).",
    key: "none",
    answers: { "200": json("ReceiptKeys", { en: "Every key that ever sealed.", vi: "Mọi khóa đã dùng." }) },
    problems: [],
  },
  {
    id: "getLive",
    method: "get",
    path: "/livez",
    tag: "service",
    summary: { en: "The process answers", vi: "Tiến trình còn chạy" },
    description: "For supervisors.",
    key: "none",
    answers: { "200": json("Alive", { en: "It does.", vi: "Còn chạy." }) },
    problems: [],
  },
  {
    id: "getReady",
    method: "get",
    path: "/readyz",
    tag: "service",
    summary: { en: "The system takes requests", vi: "Hệ thống sẵn sàng" },
    description: "The database answers; `commitSeq` is the newest commit.",
    key: "none",
    answers: {
      "200": json("Ready", { en: "Ready.", vi: "Sẵn sàng." }),
      "503": json("NotReady", { en: "Not yet, or no longer.", vi: "Chưa sẵn sàng hoặc đang dừng." }),
    },
    problems: [],
  },
];
