import type { Text } from "../text/text.ts";
import { isClose, isRatio, type Quantity, quantityOf, sameExponents } from "./quantity.ts";
import { UNIT_CATALOGUE } from "./unit-catalogue.ts";

const sameNouns = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join() === [...b].sort().join();

/** Words for a quantity: the unit of the catalogue it is, or the nearest that can be said. */
export function describeQuantity(quantity: Quantity): Text {
  const { per, factor, kind } = quantity;
  for (const unit of UNIT_CATALOGUE.values()) {
    const known = quantityOf(unit);
    const alike =
      sameExponents(known.exponents, quantity.exponents) && isClose(known.factor, factor) && known.kind === kind;
    if (alike && sameNouns(known.counted, quantity.counted))
      return per.length === 0 ? unit.text : withPer(unit.text, per);
  }
  if (isRatio(quantity)) return { vi: `tỷ lệ (hệ số ${factor})`, en: `a ratio (factor ${factor})` };
  return { vi: `đơn vị ghép (hệ số ${factor})`, en: `a compound unit (factor ${factor})` };
}

function withPer(text: Text, per: readonly string[]): Text {
  const nouns = per.map((noun) => UNIT_CATALOGUE.get(noun)?.text ?? { vi: noun, en: noun });
  return {
    vi: `${text.vi}/${nouns.map(({ vi }) => vi).join("/")}`,
    en: `${text.en} per ${nouns.map(({ en }) => en).join(" per ")}`,
  };
}
