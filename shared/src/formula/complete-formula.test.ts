import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CompletionCatalogue, completeFormula } from "./complete-formula.ts";
import { parseFormula } from "./parse-formula.ts";

const same = (text: string) => ({ vi: text, en: text });
const CATALOGUE: CompletionCatalogue = {
  indicators: [
    { code: "trade.export.value", name: { vi: "Xuất khẩu hàng hóa", en: "Goods exports" }, dimensions: ["ownership"] },
    { code: "trade.import.value", name: { vi: "Nhập khẩu hàng hóa", en: "Goods imports" }, dimensions: ["ownership"] },
    { code: "pi.rate", name: { vi: "Tỷ lệ giải ngân", en: "Disbursement rate" }, dimensions: ["budgetHolder"] },
  ],
  dimensions: [
    {
      id: "budgetHolder",
      name: { vi: "Cấp quản lý vốn", en: "Budget holder" },
      codes: [{ code: "local", name: { vi: "Địa phương", en: "Local" } }],
    },
    {
      id: "ownership",
      name: { vi: "Khu vực kinh tế", en: "Economic sector" },
      codes: [
        { code: "FDI", name: { vi: "Đầu tư nước ngoài", en: "Foreign invested" } },
        { code: "domestic 2", name: { vi: "Trong nước", en: "Domestic" } },
      ],
    },
  ],
  areas: [
    { code: "VN", name: { vi: "Cả nước", en: "Viet Nam" } },
    { code: "66", name: same("Đắk Lắk") },
    { code: "vn63:24", name: same("Bắc Giang") },
  ],
};

/** The offers at `|`. */
function at(marked: string) {
  const cursor = marked.indexOf("|");
  return completeFormula(marked.replace("|", ""), cursor, CATALOGUE);
}
const labels = (marked: string) => at(marked).map(({ label }) => label);

/** The text after the first offer was taken, with the cursor as `|`. */
function taken(marked: string): string {
  const [first] = at(marked);
  if (first === undefined) return "nothing offered";
  const text = marked.replace("|", "");
  const place = first.start + first.cursor;
  const written = text.slice(0, first.start) + first.insert + text.slice(first.end);
  return `${written.slice(0, place)}|${written.slice(place)}`;
}

describe("completeFormula", () => {
  it.each([
    ["tra|", "trade.export.value"],
    ["trade.imp|", "trade.import.value"],
    ["import|", "trade.import.value"],
    ["xuat khau|", "trade.export.value"],
    ["Xuất kh|", "trade.export.value"],
    ["2 * (giai ngan|", "pi.rate"],
    ["pi.rate and nhập kh|", "trade.import.value"],
    ["Goods imp|", "trade.import.value"],
  ])("%s finds the indicator by code or name, diacritics folded", (marked, code) => {
    expect(labels(marked)[0]).toBe(code);
  });

  it.each([
    ["yo|", "yoy(|)"],
    ["rollingM|", "rollingMean(|)"],
    ["ISM|", "isMissing(|)"],
    ["ye|(pi.rate)", "yearAgo|(pi.rate)"],
    ["1 + trade.exp|ort.value", "1 + trade.export.value|"],
    ["xuất khẩu| / 2", "trade.export.value| / 2"],
    ["pi.rate@dak la|", "pi.rate@66|"],
    ["pi.rate@V|", "pi.rate@VN|"],
    ["pi.rate@vn63:2|", "pi.rate@vn63:24|"],
    ["pi.rate@VN:fo|", "pi.rate@VN:forecast|"],
    ["pi.rate:ta|", "pi.rate:target|"],
    ["trade.export.value[|", "trade.export.value[ownership=|"],
    ["trade.export.value@VN[own|]", "trade.export.value@VN[ownership=|]"],
    ["trade.export.value[ownership=nuoc ng|", "trade.export.value[ownership=FDI|"],
    ["trade.export.value[ownership=trong|", 'trade.export.value[ownership="domestic 2"|'],
    ['trade.export.value[ownership="dom|"]', 'trade.export.value[ownership="domestic 2"|]'],
    ["sum(pi.rate over bu|", "sum(pi.rate over budgetHolder|"],
    ["sum(pi.rate over a|)", "sum(pi.rate over area|)"],
  ])("%s becomes %s", (marked, written) => {
    expect(taken(marked)).toBe(written);
  });

  it("finds functions by what they are called elsewhere", () => {
    expect(
      labels("avg|")
        .slice(0, 2)
        .map((label) => label.split("(")[0]),
    ).toEqual(["ytdMean", "rollingMean"]);
    expect(labels("ifnull|")[0]).toMatch(/^coalesce/u);
  });

  it("offers only the dimensions of the operand, and the total among its codes", () => {
    expect(labels("trade.export.value[|]")).toEqual(["ownership"]);
    expect(labels("sum(trade.export.value over |)")).toEqual(["area", "ownership"]);
    expect(labels("trade.export.value[ownership=|]")).toEqual(["_T", "FDI", "domestic 2"]);
  });

  it("offers every dimension where the operand is not known yet", () => {
    expect(labels("unknown.code[|")).toEqual(["budgetHolder", "ownership"]);
  });

  it.each(["|", "1|", "2E|", "pi.rate |", "pi.rate + |", "pi.rate[budgetHolder=local]|"])(
    "%s offers nothing: nothing was begun",
    (marked) => {
      expect(at(marked)).toEqual([]);
    },
  );

  it("offers the areas after @ without a letter, the parent first", () => {
    expect(labels("pi.rate@|")).toEqual(["parent", "VN", "66", "vn63:24"]);
  });

  it("replaces a part of the text around the cursor, whatever stands there", () => {
    const piece = fc.constantFrom(
      "trade",
      ".",
      "export",
      "[",
      "]",
      "=",
      "@",
      ":",
      "over ",
      "(",
      ")",
      '"',
      " ",
      "yoy",
      "1",
      "ấ",
      "and ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(60), (pieces, wanted) => {
        const text = pieces.join("");
        const cursor = Math.min(wanted, text.length);
        return completeFormula(text, cursor, CATALOGUE).every(
          ({ start, end, insert, cursor: inside }) =>
            start >= 0 && start <= cursor && end >= cursor && end <= text.length && inside <= insert.length,
        );
      }),
    );
  });

  it("offers indicators that parse where they are put", () => {
    for (const offer of at("tra|")) expect(parseFormula(offer.insert).ok).toBe(true);
  });
});
