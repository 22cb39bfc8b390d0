import { loadCatalogue } from "@bochiso/seed/catalogue";
import { expect, it } from "vitest";
import { aRow, reported } from "../testing/rows.ts";
import { checkBreakdown } from "./check-breakdown.ts";

const definition = (code: string) => {
  const found = loadCatalogue().find((it) => it.code === code);
  if (found === undefined) throw new Error(`the catalogue has no ${code}`);
  return found;
};
const EXPORTS = definition("trade.export.value");
const DEATHS = definition("dis.deaths");
const dimensionCodes = new Map([
  ["ownership", new Set(["FDI", "domestic"])],
  ["event", new Set(Array.from({ length: 30 }, (_, at) => `storm-${at}`))],
]);
const faultsOf = (breakdown: Record<string, string>, of = EXPORTS, unread: string[] = []) =>
  reported((faults) => {
    checkBreakdown(aRow({ breakdown, unread: new Set(unread) }), of, { dimensionCodes, faults });
  });

it.each([[{}], [{ ownership: "FDI" }], [{ ownership: "_T" }], [{ ownership: "_Z" }]])("takes %j", (breakdown) => {
  expect(faultsOf(breakdown)).toEqual([]);
});

it("names the dimensions there are, and the nearest", () => {
  const known = EXPORTS.breakdowns.map(({ dimension }) => dimension).join(", ");
  expect(faultsOf({ ownershp: "FDI" })).toMatchObject([
    { code: "dimension-unknown", pointer: "ownershp", expected: known, nearest: "ownership" },
  ]);
  const without = { ...EXPORTS, breakdowns: [] };
  expect(faultsOf({ ownership: "FDI" }, without)[0]).not.toHaveProperty("expected");
});

it("names some of the codes there are, and the nearest", () => {
  expect(faultsOf({ ownership: "FDII" })).toMatchObject([
    { code: "code-unknown", pointer: "ownership", got: "FDII", expected: "FDI, domestic", nearest: "FDI" },
  ]);
});

it("asks for a required dimension, with the first of its codes", () => {
  for (const breakdown of [{}, { event: "_T" }]) {
    const [fault, ...more] = faultsOf(breakdown, DEATHS);
    expect([fault?.code, fault?.pointer, more]).toEqual(["dimension-missing", "event", []]);
    expect(fault?.expected).toMatch(/^storm-0, storm-1, .*, storm-19, …$/);
  }
  expect(faultsOf({ event: "storm-7" }, DEATHS)).toEqual([]);
});

it("asks nothing of what could not be read", () => {
  expect(faultsOf({}, DEATHS, ["breakdown"])).toEqual([]);
  expect(faultsOf({}, DEATHS, ["breakdown/event"])).toEqual([]);
});
