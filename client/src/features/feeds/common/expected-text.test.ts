import type { RowError } from "@bochiso/shared/submission";
import { expect, it } from "vitest";
import { expectedText } from "./expected-text.ts";

const fault = (code: RowError["code"], expected?: string): RowError => ({
  pointer: "/0",
  row: 0,
  code,
  detail: "",
  detailVi: "",
  ...(expected === undefined ? {} : { expected }),
});

it.each<[RowError, string | null]>([
  [fault("value-not-a-number", "42150.3"), "example 42.150,3"],
  [fault("value-not-a-number"), "example 42.150,3"],
  [fault("value-missing", "null"), null],
  [fault("period-malformed", "month"), "example 2026-10"],
  [fault("period-malformed"), null],
  [fault("status-unknown", "A, P"), "need A chính thức, P sơ bộ"],
  [fault("value-out-of-range", "≥ 0, ≤ 99.5"), "need ≥ 0, ≤ 99,5"],
  [fault("area-not-in-feed", "01"), "need 01"],
])("tells what a fault asks for as a person writes it: %j", (error, expected) => {
  const text = expectedText(error, "vi");
  expect(text === null ? null : `${text.kind} ${text.text}`).toBe(expected);
});
