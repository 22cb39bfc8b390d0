import type { ListedObservation } from "@bochiso/db/repositories/observations";
import type { Area } from "@bochiso/shared/area";
import { lastDay } from "@bochiso/shared/period";
import { malformedParameter } from "../query-parameters.ts";

/**
 * Which units answer. `all` (default): every unit, with what is recast to present ones marked as such. `present`: without
 * the former provinces; `former`: without the present ones; `asReported`: every unit, without what was recast. The nation
 * and regions answer on every basis.
 */
export const AREA_BASES = ["all", "asReported", "former", "present"] as const;
export type AreaBasis = (typeof AREA_BASES)[number];

/** To which of the two code sets of provinces a unit belongs; null for any other area. */
export type UnitBasis = "present" | "former" | null;

type KnownAreas = ReadonlyMap<string, Area>;

const BASIS_OF = { vn34: "present", vn63: "former", vn: null, region: null, demo: null } as const satisfies Record<
  Area["codeSet"],
  UnitBasis
>;

/** The code set of a unit, by its code as a whole: `24` and `vn63:24` are two units. */
export function unitBasis(areas: KnownAreas, area: string): UnitBasis {
  const found = areas.get(area);
  return found === undefined ? null : BASIS_OF[found.codeSet];
}

/** The units that do not answer on a basis; undefined: none. */
export function excludedUnits(areas: KnownAreas, basis: AreaBasis): string[] | undefined {
  if (basis !== "present" && basis !== "former") return undefined;
  return [...areas.values()]
    .filter(({ codeSet }) => (BASIS_OF[codeSet] ?? basis) !== basis)
    .map(({ code }) => String(code));
}

/** A computed cell, as far as it tells whether it stands on other units than its own. */
export type ComputedCell = Pick<ListedObservation, "area" | "origin" | "way" | "periodType" | "ordinal">;

/** Whether a cell of a unit was made from the units before it: carried over, recast, or recomputed from recast parts. */
export function isRecast(areas: KnownAreas, cell: ComputedCell): boolean {
  if (cell.origin !== "computed") return false;
  if (cell.way === "carried" || cell.way === "recast") return true;
  const unit = areas.get(cell.area);
  if (unit === undefined || unit.validFrom === null || unit.predecessors.length === 0) return false;
  return cell.periodType !== "static" && lastDay({ type: cell.periodType, ordinal: cell.ordinal }) < unit.validFrom;
}

/** Whether a row answers on a basis whose units were left out already. */
export function answersOn(areas: KnownAreas, basis: AreaBasis, cell: ComputedCell): boolean {
  return basis !== "asReported" || !isRecast(areas, cell);
}

/** Checks that one named unit lies in the basis asked for. Throws `parameter-malformed`, naming the units that do. */
export function checkUnitOnBasis(areas: KnownAreas, area: string, basis: AreaBasis): void {
  const own = unitBasis(areas, area);
  if (own === null || (basis !== "present" && basis !== "former") || own === basis) return;
  const unit = areas.get(area);
  const others = own === "present" ? (unit?.predecessors ?? []) : [unit?.successor].filter((code) => code !== null);
  const codes = others.join(", ");
  throw malformedParameter("area", area, {
    vi: `đơn vị ${basis === "former" ? "trước sáp nhập" : "hiện nay"} khi areaBasis=${basis}: ${codes}`,
    en: `a ${basis} unit with areaBasis=${basis}: ${codes}`,
  });
}
