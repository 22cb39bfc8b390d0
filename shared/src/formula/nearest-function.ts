import { FUNCTION_NAMES, type FunctionName } from "./function-table.ts";
import { nearestName } from "./nearest-name.ts";

/** What other languages, spreadsheets and Vietnamese writing call functions of this one, likeliest first. Lower case. */
const ELSEWHERE: Readonly<Record<string, readonly FunctionName[]>> = {
  avg: ["rollingMean", "ytdMean"],
  average: ["rollingMean", "ytdMean"],
  mean: ["rollingMean", "ytdMean"],
  trungbinh: ["rollingMean", "ytdMean"],
  binhquan: ["rollingMean", "ytdMean"],
  total: ["sum", "rollingSum"],
  tong: ["sum", "rollingSum"],
  cumsum: ["ytd"],
  luyke: ["ytd"],
  iff: ["if"],
  ifs: ["if"],
  case: ["if"],
  ifnull: ["coalesce"],
  nvl: ["coalesce"],
  isnull: ["isMissing"],
  isna: ["isMissing"],
  isblank: ["isMissing"],
  prev: ["previous"],
  shift: ["lag"],
  offset: ["lag"],
  growth: ["yoy", "pop"],
  mom: ["pop"],
  qoq: ["pop"],
  log: ["ln"],
};

/** The function that an unknown name most likely means: by what it is called elsewhere, else by its letters; null for neither. */
export function nearestFunction(name: string): FunctionName | null {
  const elsewhere = ELSEWHERE[name.toLowerCase().replaceAll("_", "")]?.[0];
  if (elsewhere !== undefined) return elsewhere;
  const nearest = nearestName(name, FUNCTION_NAMES);
  return FUNCTION_NAMES.find((each) => each === nearest) ?? null;
}

/** What a function is called elsewhere, for completion. */
export function otherNames(name: FunctionName): string[] {
  return Object.entries(ELSEWHERE).flatMap(([other, meant]) => (meant.includes(name) ? [other] : []));
}
