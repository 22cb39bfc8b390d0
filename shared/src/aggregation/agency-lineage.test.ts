import { expect, it } from "vitest";
import { Agency } from "../agency/index.ts";
import { agencyLineage } from "./agency-lineage.ts";

const anAgency = (code: string, fields: Partial<Agency> = {}): Agency =>
  Agency.parse({
    code,
    name: { vi: code, en: code },
    kind: "ministry",
    parent: null,
    egovCode: null,
    validFrom: null,
    validTo: null,
    successor: null,
    mergedWhole: null,
    simulated: false,
    ...fields,
  });
const former = (code: string, successor: string, mergedWhole = true) =>
  anAgency(code, { successor, mergedWhole, validTo: "2025-02-28" });
const begun = { validFrom: "2025-03-01" };

it("recasts ministries that merged whole into a new one", () => {
  const { steps } = agencyLineage([anAgency("mae", begun), former("monre", "mae"), former("mard", "mae")]);
  expect(steps).toEqual([{ from: ["mard", "monre"], to: "mae", effective: "2025-03-01" }]);
});

it.each([
  [
    "one that was split",
    [anAgency("new", begun), former("old", "new", false), former("other", "new")],
    ["old", "other"],
  ],
  ["a successor that kept its code", [anAgency("mof"), former("mpi", "mof")], ["mpi"]],
  ["a new one whose other origins are not known", [anAgency("mera", begun), former("cema", "mera")], ["cema"]],
  [
    "one that did not end before",
    [anAgency("new", begun), former("a", "new"), anAgency("b", { successor: "new", mergedWhole: true })],
    ["a", "b"],
  ],
  ["a successor that is not known", [former("a", "gone")], ["a"]],
])("does not recast %s, and says why", (_name, agencies, refused) => {
  const lineage = agencyLineage(agencies);
  expect(lineage.steps).toEqual([]);
  expect([...lineage.refused.keys()]).toEqual(refused);
  for (const { vi, en } of lineage.refused.values()) expect([vi, en].every((text) => text.length > 20)).toBe(true);
});
