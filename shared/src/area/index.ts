export { Area, AreaCodeSet, AreaLevel } from "./area.ts";
export { AreaCode } from "./area-code.ts";
