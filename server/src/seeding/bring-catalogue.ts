import { loadCatalogue } from "@bochiso/seed/catalogue";
import type { DefinitionDeps } from "../definitions/stage-definition-change.ts";
import { stageReleasedDefinitions } from "../definitions/stage-released-definitions.ts";
import { seedCatalogue } from "./seed-catalogue.ts";

/** What became of the catalogue of this release. */
export interface BroughtCatalogue {
  /** Whether anything but changed definitions was new. */
  readonly changed: boolean;
  /** Indicators that the release defines otherwise than an earlier one: their change was staged. */
  readonly staged: number;
  /** Why such a change does not fit what is in force, in English for the log; empty where it does. */
  readonly refused: readonly string[];
}

/** Loads the catalogue of this release; what it defines otherwise than an earlier release comes into force as a change of definitions. */
export async function bringCatalogue(
  deps: DefinitionDeps,
  input: Parameters<typeof seedCatalogue>[1],
): Promise<BroughtCatalogue> {
  const { changed } = await seedCatalogue(deps, input);
  const outcome = await stageReleasedDefinitions(deps, loadCatalogue());
  return {
    changed,
    staged: outcome.kind === "staged" ? outcome.indicators.length : 0,
    refused: outcome.kind === "refused" ? outcome.problems.map(({ text }) => text.en) : [],
  };
}
