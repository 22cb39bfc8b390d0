import type { ListedObservation } from "@bochiso/db/repositories/observations";
import type { Origin } from "@bochiso/shared/observation";
import { expect, it } from "vitest";
import { inOrigin } from "./default-origin.ts";

function aRow(origin: Origin, content: Partial<ListedObservation>): ListedObservation {
  return {
    indicator: "t.x",
    area: "VN",
    breakdownKey: "",
    scenario: "actual",
    periodType: "month",
    origin,
    seriesId: origin === "reported" ? 1 : 2,
    ordinal: 24_000,
    revision: 1,
    commitSeq: 1,
    value: null,
    valueText: null,
    status: null,
    missingReason: null,
    errorCode: null,
    retracted: 0,
    note: null,
    windowStart: null,
    windowEnd: null,
    baseYear: null,
    coverageHave: null,
    coverageOf: null,
    coverageWeight: null,
    way: null,
    flags: null,
    ...content,
  };
}

it.each<[answers: Origin, reported: Partial<ListedObservation>, computed: Partial<ListedObservation>]>([
  ["reported", { value: 1 }, { value: 2 }],
  ["reported", { value: 1 }, { missingReason: "incomplete-parts" }],
  ["reported", { missingReason: "not-collected" }, { missingReason: "incomplete-parts" }],
  ["reported", { missingReason: "retracted", retracted: 1 }, { missingReason: "incomplete-parts" }],
  ["computed", { missingReason: "not-collected" }, { value: 2 }],
  ["computed", { missingReason: "not-collected" }, { errorCode: "division-by-zero" }],
])("the %s row answers for %o beside %o, whichever stands first", (answers, reported, computed) => {
  const rows = [aRow("reported", reported), aRow("computed", computed)];
  expect(inOrigin(rows, "default").map((row) => row.origin)).toEqual([answers]);
  expect(inOrigin(rows.toReversed(), "default").map((row) => row.origin)).toEqual([answers]);
});
