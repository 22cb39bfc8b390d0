import type { PeriodType } from "../period/period-type.ts";
import type { Text } from "../text/text.ts";
import type { ScopeId, ScopeLevel } from "./scope.ts";

/** A scope one can switch to. */
export interface ScopeOption {
  id: ScopeId;
  level: ScopeLevel;
  name: Text;
  simulated: boolean;
  region: string | null;
}

/** What the shell needs once: scopes in official order, mode, limits of the clocks. */
export interface ShellModel {
  scopes: ScopeOption[];
  demoMode: "1" | "real" | "0";
  version: string;
  /** The disk is nearly full: nothing new is taken in until there is room again. */
  readOnly: boolean;
  serverTime: string;
  commitSeq: number;
}

/** One hit of the search over indicators and areas (diacritics folded). */
export interface SearchHit {
  kind: "indicator" | "scope" | "group";
  code: string;
  name: Text;
  detail: Text;
  path: string;
}

/** One row of the list of all indicators. */
export interface IndicatorListRow {
  code: string;
  name: Text;
  domain: string;
  unit: Text;
  periodType: PeriodType;
  agencyName: Text;
  derived: boolean;
  latest: { label: Text; hasData: boolean } | null;
}
