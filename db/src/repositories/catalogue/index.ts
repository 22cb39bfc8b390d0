export {
  appendDefinitions,
  definitionVersions,
  listDefinitions,
  type NewDefinition,
  type StoredDefinition,
} from "./definitions.ts";
export {
  type IndicatorGroupRecord,
  type IndicatorSetRecord,
  listIndicatorSets,
  saveIndicatorSets,
} from "./indicator-sets.ts";
export {
  listAgencies,
  listAreas,
  listDimensions,
  listUnits,
  saveAgencies,
  saveAreas,
  saveDimensions,
  saveUnits,
  type UnitRecord,
} from "./reference-data.ts";
