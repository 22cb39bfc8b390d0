export { describeQuantity } from "./describe-quantity.ts";
export { isRatio, PERCENT, PLACE, PURE, type Quantity, quantityOf, STATE } from "./quantity.ts";
export type { BaseDimension, Exponents, Unit, UnitKind } from "./unit.ts";
export {
  addLiteral,
  addQuantities,
  commonQuantity,
  growthOf,
  matchDeclared,
  multiplyQuantities,
  raiseQuantity,
  scaleQuantity,
} from "./unit-algebra.ts";
export { UNIT_CATALOGUE } from "./unit-catalogue.ts";
export type { UnitFault, UnitResult } from "./unit-fault.ts";
