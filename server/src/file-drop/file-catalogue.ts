import type { ColumnQuestion } from "@bochiso/shared/entry";
import type { PeriodType } from "@bochiso/shared/period";
import type { Text } from "@bochiso/shared/text";
import type { KnownNames } from "./name-reader.ts";

/** What of the catalogue reading a file needs. */
export interface FileCatalogue {
  /** Lower-case id → id. */
  readonly dimensions: ReadonlyMap<string, string>;
  readonly periodTypes: ReadonlyMap<string, PeriodType>;
  /** Indicators whose unit is percent. */
  readonly percents: ReadonlySet<string>;
  /** Indicator → the unit that its figures are in. */
  readonly units: ReadonlyMap<string, Text>;
  readonly names: KnownNames;
  /** What can stand for a whole table that has no column for it. */
  readonly choices: ColumnQuestion["choices"];
}
