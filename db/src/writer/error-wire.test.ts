import { DomainError } from "@bochiso/shared/errors";
import { expect, it } from "vitest";
import { fromWire, toWire } from "./error-wire.ts";

const overTheWire = (error: unknown): Error => fromWire(structuredClone(toWire(error)));

it("rebuilds an error of the domain with code, facts, text and where it happened", () => {
  const error = new DomainError("too-large", { limit: 3, got: null }, { vi: "Quá lớn", en: "Too large" });
  const rebuilt = overTheWire(error);
  expect(rebuilt).toBeInstanceOf(DomainError);
  expect(rebuilt).toMatchObject({ code: "too-large", facts: { limit: 3, got: null }, text: error.text });
  expect(rebuilt.stack).toBe(error.stack);
});

it("keeps name, message and cause of any other error", () => {
  const rebuilt = overTheWire(new RangeError("outside", { cause: new Error("the reason") }));
  expect(rebuilt).not.toBeInstanceOf(DomainError);
  expect(rebuilt).toMatchObject({ name: "RangeError", message: "outside" });
  expect(rebuilt.stack).toContain("caused by Error: the reason");
});

it("makes an error of whatever was thrown", () => {
  expect(overTheWire("text")).toMatchObject({ message: "text" });
});
