import { describe, expect, it } from "vitest";
import type { Text } from "../text/text.ts";
import * as words from "./index.ts";

/** Every vocabulary of the public face: its name and its texts. */
const VOCABULARIES: readonly (readonly [name: string, texts: readonly (readonly [key: string, text: Text])[]])[] = [
  ["accumulation", Object.entries(words.ACCUMULATION_WORDS)],
  ["accumulation in full", Object.entries(words.ACCUMULATION_MEANINGS)],
  ["area aggregation", Object.entries(words.AREA_AGGREGATION_WORDS)],
  ["area level", Object.entries(words.AREA_LEVEL_WORDS)],
  ["area code set", Object.entries(words.AREA_CODE_SET_WORDS)],
  ["assessment", Object.entries(words.ASSESSMENT_WORDS)],
  ["class", Object.entries(words.CLASS_WORDS)],
  ["comparability", Object.entries(words.COMPARABILITY_WORDS)],
  ["criterion", Object.entries(words.CRITERION_WORDS)],
  ["direction", Object.entries(words.DIRECTION_WORDS)],
  ["missing reason", Object.entries(words.MISSING_REASON_WORDS)],
  ["observation status", Object.entries(words.OBSERVATION_STATUS_WORDS)],
  ["origin", Object.entries(words.ORIGIN_WORDS)],
  ["period type", Object.entries(words.PERIOD_TYPE_WORDS)],
  ["review", Object.entries(words.REVIEW_WORDS)],
  ["scenario", Object.entries(words.SCENARIO_WORDS)],
  ["time aggregation", Object.entries(words.TIME_AGGREGATION_WORDS)],
  ["trend", Object.entries(words.TREND_WORDS)],
  ["value error", Object.entries(words.VALUE_ERROR_WORDS)],
  ["value type", Object.entries(words.VALUE_TYPE_WORDS)],
];

describe.each(VOCABULARIES)("words of %s", (_name, texts) => {
  it("exist in both languages, without stray spaces, in composed Unicode", () => {
    for (const [, { vi, en }] of texts) {
      for (const text of [vi, en]) {
        expect(text).toMatch(/^\S.*\S$/);
        expect(text).toBe(text.normalize("NFC"));
      }
    }
  });

  it("tell every member apart", () => {
    expect(new Set(texts.map(([, { vi }]) => vi)).size).toBe(texts.length);
    expect(new Set(texts.map(([, { en }]) => en)).size).toBe(texts.length);
  });

  it("use no abbreviation that product.md forbids", () => {
    for (const [, { vi }] of texts) expect(vi).not.toMatch(/KT-XH|CTMTQG|TKCN/);
  });
});

describe("assessments", () => {
  it("show the words and shapes of product.md", () => {
    const shown = Object.values(words.ASSESSMENT_WORDS).map(
      ({ vi, shape }) => `${words.STATUS_SHAPE_GLYPHS[shape]} ${vi}`,
    );
    expect(shown).toEqual([
      "✓ Vượt tiến độ",
      "✓ Đúng tiến độ",
      "◐ Chậm tiến độ",
      "▲ Nguy cơ không đạt",
      "✓ Vượt",
      "✓ Đạt",
      "▲ Không đạt",
      "✓ Trong ngưỡng",
      "◐ Cận ngưỡng",
      "▲ Vượt ngưỡng",
      "▨ Chưa đánh giá",
      "▨ Không đánh giá",
    ]);
  });

  it("cover the closed lists in their order", () => {
    expect(Object.keys(words.ASSESSMENT_WORDS)).toEqual([...words.ASSESSMENTS]);
    expect(Object.keys(words.STATUS_SHAPE_GLYPHS)).toEqual([...words.STATUS_SHAPES]);
    expect(Object.keys(words.TREND_WORDS)).toEqual([...words.TRENDS]);
    expect(Object.keys(words.COMPARABILITY_WORDS)).toEqual([...words.COMPARABILITY_USES]);
  });
});

it("writes what cannot exist as x and what is absent as a dash, never as zero", () => {
  expect(words.MISSING_REASON_SYMBOLS["not-applicable"]).toBe("x");
  expect(words.MISSING_REASON_SYMBOLS["cannot-exist"]).toBe("x");
  expect(words.MISSING_REASON_SYMBOLS["not-reported"]).toBe("—");
  expect(Object.values(words.MISSING_REASON_SYMBOLS)).not.toContain("0");
});

it("says that a value is simulated, that it was revised", () => {
  expect(words.SIMULATED_WORD.vi).toBe("Số liệu mô phỏng");
  expect(words.REVISED_WORD.vi).toBe("điều chỉnh");
});
