import type { FormulaCatalogueModel } from "@bochiso/shared/screen";
import type { Catalogue } from "../../catalogue/catalogue.ts";
import type { ScreenDeps } from "../screen/screen-deps.ts";

const made = new WeakMap<Catalogue, FormulaCatalogueModel>();

/** What formulas may name, for completion; once per version of the catalogue. */
export async function getFormulaCatalogue({ deps }: { deps: ScreenDeps }): Promise<FormulaCatalogueModel> {
  const catalogue = await deps.store.read((tx) => deps.catalogue.current(tx));
  const known = made.get(catalogue) ?? modelOf(catalogue, deps.demo === "1");
  made.set(catalogue, known);
  return known;
}

/** The nation, the present provinces, then the former ones; fictional areas last, where there are any. */
function modelOf({ definitions, dimensions, areas, units }: Catalogue, demo: boolean): FormulaCatalogueModel {
  const order = ({ code, level, simulated }: { code: string; level: string; simulated: boolean }): number =>
    simulated ? 4 : level === "nation" ? 0 : code.includes(":") ? 2 : 1;
  return {
    indicators: [...definitions.values()].map(({ code, name, breakdowns, periodType, unit }) => ({
      code,
      name,
      dimensions: breakdowns.map(({ dimension }) => dimension),
      periodType,
      unit: units.get(unit)?.name ?? { vi: unit, en: unit },
    })),
    dimensions: [...dimensions.values()].map(({ id, name, codes }) => ({ id, name, codes })),
    areas: [...areas.values()]
      .filter(({ simulated, level }) => (demo || !simulated) && level !== "commune")
      .toSorted((a, b) => order(a) - order(b))
      .map(({ code, name }) => ({ code, name })),
  };
}
