import { randomUUID } from "node:crypto";
import { listDefinitions } from "@bochiso/db/repositories/catalogue";
import { type DefinitionChange, listDefinitionChanges, rebase } from "@bochiso/db/repositories/definition-changes";
import type { Store } from "@bochiso/db/store";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { createCatalogueCache } from "../../../server/src/catalogue/catalogue-cache.ts";
import {
  type AdvanceOutput,
  advanceDefinitionChanges,
} from "../../../server/src/definitions/advance-definition-changes.ts";
import { cancelDefinitionChange } from "../../../server/src/definitions/end-definition-change.ts";
import { type StageOutput, stageDefinitionChange } from "../../../server/src/definitions/stage-definition-change.ts";
import { type Clock, fixedClock } from "../../../server/src/platform/clock.ts";

/** Fields of a definition that are to be others. */
export type DefinitionEdit = Partial<Omit<IndicatorDefinition, "code" | "version">> & { readonly code: string };

/** Changes of definitions on a store, step by step. */
export interface DefinitionChanges {
  /** Stages the next version of each definition; one that does not exist yet is given whole. In force as soon as ready unless told. */
  stage(edits: readonly (DefinitionEdit | IndicatorDefinition)[], effectiveFrom?: string): Promise<StageOutput>;
  /** One bounded step. */
  advance(): Promise<AdvanceOutput>;
  /** Steps until nothing is left to do now. */
  finish(): Promise<void>;
  cancel(id: string): Promise<unknown>;
  list(): Promise<DefinitionChange[]>;
  /** Runs something that sees no open change: the fault that a proof must find. */
  unseen<T>(work: () => Promise<T>): Promise<T>;
}

/** Steps are small unless told, so that much can happen between them. */
export function createDefinitionChanges(
  store: Store,
  options: { readonly clock?: Clock; readonly limits?: { readonly cells: number; readonly reads: number } } = {},
): DefinitionChanges {
  const { clock = fixedClock("2027-01-01T00:00:00.000Z"), limits = { cells: 25, reads: 500 } } = options;
  const deps = { store, clock, catalogue: createCatalogueCache() };
  const advance = () => advanceDefinitionChanges(deps, limits);
  return {
    stage: async (edits, effectiveFrom = "2026-01-01") => {
      const stored = await store.read((tx) => listDefinitions(tx));
      const inForce = new Map(stored.map(({ definition }) => [String(definition.code), definition]));
      const definitions = edits.map((edit) => {
        const before = inForce.get(edit.code);
        return { ...before, ...edit, version: (before?.version ?? 0) + 1 };
      });
      const change = { effectiveFrom, author: "soan.thao", approvedBy: "phe.duyet", definitions };
      return stageDefinitionChange(deps, { id: randomUUID(), change, actor: "test" });
    },
    advance,
    finish: async () => {
      while ((await advance()) === "further");
    },
    cancel: (id) => cancelDefinitionChange(deps, { id, reason: "thử", actor: "test" }),
    list: () => store.read((tx) => listDefinitionChanges(tx)),
    unseen: async (work) => {
      const open = await store.read((tx) => listDefinitionChanges(tx, ["computing", "ready"]));
      const put = (versionOf: (change: DefinitionChange) => string) =>
        store.write(async (tx) => {
          for (const change of open) await rebase(tx, [change.id], versionOf(change));
        });
      // One that seems to be computed beside another catalogue is left alone until it starts anew.
      await put(() => "hidden");
      const done = await work();
      await put(({ baseVersion }) => baseVersion);
      return done;
    },
  };
}
