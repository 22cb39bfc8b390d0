import { AreaCode } from "../area/area-code.ts";
import { Scenario } from "../observation/scenario.ts";
import type { AreaSelector, Reference, Selector } from "./ast.ts";
import { FormulaFault } from "./formula-fault.ts";
import { nearestName } from "./nearest-name.ts";
import type { Scanner } from "./scanner.ts";
import type { Span } from "./span.ts";
import type { Token, TokenSymbol } from "./token.ts";

/** What reading a reference needs of the parser. */
export interface TokenCursor {
  readonly scanner: Scanner;
  readonly token: Token;
  advance(to?: number): void;
  isSymbol(symbol: TokenSymbol): boolean;
  expect(symbol: TokenSymbol, opened: Span | null): Span;
  unexpected(expected?: string): FormulaFault;
}

/** Reads `[dimension=code, …]`, `@area` and `:scenario` behind a code, each at most once, in any order. */
export function parseReference(parser: TokenCursor, indicator: string, span: Span): Reference {
  let selection: Selector[] | null = null;
  let area: AreaSelector | null = null;
  let scenario: Scenario | null = null;
  let { end } = span;
  for (;;) {
    const opened = parser.token.span;
    if (parser.isSymbol("[")) {
      refuseSecond(selection, opened);
      ({ selection, end } = parseSelection(parser));
    } else if (parser.isSymbol("@")) {
      refuseSecond(area, opened);
      ({ area, end } = parseArea(parser));
    } else if (parser.isSymbol(":")) {
      refuseSecond(scenario, opened);
      ({ scenario, end } = parseScenario(parser));
    } else {
      break;
    }
  }
  return {
    kind: "reference",
    indicator,
    selection: selection ?? [],
    area: area ?? { kind: "own" },
    scenario: scenario ?? "actual",
    span: { ...span, end },
  };
}

function refuseSecond(already: unknown, span: Span): void {
  if (already === null) return;
  throw new FormulaFault("selector-repeated", span, {
    vi: "Mỗi loại lựa chọn (phân tổ, địa phương, kịch bản) chỉ viết một lần.",
    en: "Each kind of selection (breakdown, area, scenario) is written once.",
  });
}

function parseSelection(parser: TokenCursor): { selection: Selector[]; end: number } {
  const open = parser.token.span;
  const selection: Selector[] = [];
  do {
    parser.advance();
    if (parser.token.kind !== "name") throw parser.unexpected();
    const { text: dimension, span } = parser.token;
    parser.advance();
    if (!parser.isSymbol("=")) throw parser.unexpected("=");
    const code = parser.scanner.codeText(parser.token.span.end);
    if (code === null) {
      parser.advance();
      throw parser.unexpected();
    }
    if (selection.some((selector) => selector.dimension === dimension)) {
      throw new FormulaFault("selector-repeated", span, {
        vi: `Phân tổ “${dimension}” đã được chọn.`,
        en: `The dimension “${dimension}” is already selected.`,
      });
    }
    selection.push({ dimension, code: code.code, span: { ...span, end: code.end } });
    parser.advance(code.end);
  } while (parser.isSymbol(","));
  return { selection, end: parser.expect("]", open).end };
}

function parseArea(parser: TokenCursor): { area: AreaSelector; end: number } {
  const start = parser.token.span.end;
  const text = parser.scanner.areaText(start);
  const end = start + text.length;
  const span = parser.scanner.span(start, end);
  if (text !== "parent" && !AreaCode.safeParse(text).success) {
    throw new FormulaFault("area-malformed", text === "" ? parser.token.span : span, {
      vi: "Sau @ là mã địa phương (VN, 01, vn63:24) hoặc parent.",
      en: "After @ comes an area code (VN, 01, vn63:24) or parent.",
    });
  }
  parser.advance(end);
  return { area: text === "parent" ? { kind: "parent" } : { kind: "fixed", code: text, span }, end };
}

function parseScenario(parser: TokenCursor): { scenario: Scenario; end: number } {
  parser.advance();
  if (parser.token.kind !== "name") throw parser.unexpected();
  const { text, span } = parser.token;
  const scenario = Scenario.safeParse(text);
  if (!scenario.success) {
    const nearest = nearestName(text, Scenario.options);
    throw new FormulaFault(
      "scenario-unknown",
      span,
      {
        vi: `Không có kịch bản “${text}”; có ${Scenario.options.join(", ")}.`,
        en: `There is no scenario “${text}”; there are ${Scenario.options.join(", ")}.`,
      },
      nearest,
    );
  }
  parser.advance();
  return { scenario: scenario.data, end: span.end };
}
