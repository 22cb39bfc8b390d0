import { describe, expect, it } from "vitest";
import { FILE_LIMITS } from "./file-limits.ts";
import { Findings } from "./findings.ts";
import { TABLE_PHRASES } from "./phrases/table-phrases.ts";
import { TEMPLATE_PHRASES } from "./phrases/template-phrases.ts";
import { VALUE_PHRASES } from "./phrases/value-phrases.ts";
import { Tally } from "./tally.ts";

describe("findings", () => {
  const phrases = Object.entries({ ...TABLE_PHRASES, ...VALUE_PHRASES, ...TEMPLATE_PHRASES });

  it.each(phrases)("%s says what it is and what to do, in both languages", (_code, { text, advice }) => {
    const said = [text("7").vi, text("7").en, advice.vi, advice.en];
    expect(new Set(said).size).toBe(4);
    for (const sentence of said) expect(sentence).toMatch(/^\S.*\.$/s);
  });

  it("are listed errors first, in the order in which they were found, up to the limit; all are counted", () => {
    const findings = new Findings();
    for (let at = 0; at < FILE_LIMITS.findings; at += 1) findings.add("footnote", `A${at}`);
    findings.add("header-merged", "B1");
    findings.add("error-cell", "C1", "#REF!");
    findings.add("error-cell", "C2", "#N/A");
    const listed = findings.listed();
    expect(listed.slice(0, 4).map(({ place }) => place)).toEqual(["C1", "C2", "B1", "A0"]);
    expect(listed).toHaveLength(FILE_LIMITS.findings);
    expect([findings.count, findings.errorCount]).toEqual([FILE_LIMITS.findings + 3, 2]);
  });

  it("quote no more than the beginning of a long cell", () => {
    const findings = new Findings();
    findings.add("footnote", "A1", "x".repeat(500));
    expect(findings.listed()[0]?.text.vi).toContain(`“${"x".repeat(80)}…”`);
  });
});

it("a tally tells each thing once, with the first cell and how many there were", () => {
  const tally = new Tally();
  tally.note("formula", "B2");
  tally.note("hidden-rows", "B3");
  tally.note("formula", "B4");
  const findings = new Findings();
  tally.tell(findings);
  expect(findings.listed().map(({ code, place, text }) => [code, place, text.en.charAt(0)])).toEqual([
    ["hidden-rows", "B3", "1"],
    ["formula", "B2", "2"],
  ]);
});
