import {
  appendDefinitions,
  definitionVersions,
  listAgencies,
  listAreas,
  listDefinitions,
  listDimensions,
  listIndicatorSets,
  listUnits,
  saveAgencies,
  saveAreas,
  saveDimensions,
  saveIndicatorSets,
  saveUnits,
} from "@bochiso/db/repositories/catalogue";
import { loadAgencies, loadAreas, loadCatalogue, loadDimensions, loadUnits } from "@bochiso/seed/catalogue";
import { expect, it } from "vitest";
import { minute } from "../world/builders.ts";
import type { ContractWorld } from "../world/contract-world.ts";

/** The catalogue comes back as it was given; definitions are versioned by commit. */
export function catalogueContract(world: ContractWorld): void {
  const approval = { author: "seed", approvedBy: null, approvedAt: null };

  it("gives areas, agencies, units and dimensions back in their order, however often they are saved", async () => {
    const { store } = world;
    const [areas, agencies, units, dimensions] = [loadAreas(), loadAgencies(), loadUnits(), loadDimensions()];
    for (const _ of [1, 2]) {
      await store.write(async (tx) => {
        await saveAreas(tx, areas);
        await saveAgencies(tx, agencies);
        await saveUnits(tx, units);
        await saveDimensions(tx, dimensions);
      });
    }
    await store.read(async (tx) => {
      expect(await listAreas(tx)).toEqual(areas);
      expect(await listAgencies(tx)).toEqual(agencies);
      expect(await listUnits(tx)).toEqual(units);
      expect(await listDimensions(tx)).toEqual(dimensions);
    });
  });

  it("keeps every version of a definition, and shows the ones of any commit", async () => {
    const { store } = world;
    const catalogue = loadCatalogue();
    const [first] = catalogue;
    if (!first) throw new Error("The catalogue is empty");
    const second = { ...first, version: 2, formula: "a.b / c.d * 100" };
    await store.write(async (tx) => {
      const commit = await tx.nextCommit(minute(1));
      await appendDefinitions(
        tx,
        commit,
        catalogue.map((definition) => ({ definition, ...approval })),
      );
    });
    await store.write(async (tx) => {
      await appendDefinitions(tx, await tx.nextCommit(minute(2)), [{ definition: second, ...approval }]);
    });
    await store.read(async (tx) => {
      const codes = catalogue.map((definition) => definition.code as string).sort();
      const current = await listDefinitions(tx);
      expect(current.map((row) => row.definition.code)).toEqual(codes);
      const pick = (rows: typeof current) => rows.find((row) => row.definition.code === first.code)?.definition;
      expect(pick(current)).toEqual(second);
      expect(pick(await listDefinitions(tx, { asOf: 1 }))).toEqual(first);
      expect(await listDefinitions(tx, { asOf: 0 })).toEqual([]);
      expect(await listDefinitions(tx, { asOf: 2 })).toEqual(current);
      expect((await definitionVersions(tx, first.code)).map((row) => row.commitSeq)).toEqual([1, 2]);
    });
    const again = store.write(async (tx) =>
      appendDefinitions(tx, await tx.nextCommit(minute(3)), [{ definition: second, ...approval }]),
    );
    await expect(again).rejects.toMatchObject({ code: "definition-version", facts: { have: 2, got: 2 } });
  });

  it("keeps sets with their groups and members in order, and replaces them whole", async () => {
    const { store } = world;
    const catalogue = loadCatalogue().slice(0, 4);
    const codes = catalogue.map((definition) => definition.code as string);
    const name = { vi: "Bộ chỉ số", en: "Set" };
    const group = (code: string, indicators: string[]) => ({ code, name, indicators, details: { groupType: "adhoc" } });
    const set = (code: string, groups: ReturnType<typeof group>[]) => ({
      code,
      level: "government",
      owner: "oog",
      name,
      effectiveFrom: "2026-01-01",
      effectiveTo: null,
      details: { decreeRef: "Điều 10" },
      groups,
    });
    await store.write(async (tx) => {
      const commit = await tx.nextCommit(minute(1));
      await appendDefinitions(
        tx,
        commit,
        catalogue.map((definition) => ({ definition, ...approval })),
      );
      await saveIndicatorSets(tx, commit, [
        set("cp", [group("g1", [...codes].reverse()), group("g2", [])]),
        set("bo:moh", []),
      ]);
    });
    const changed = set("cp", [group("g2", codes.slice(1))]);
    await store.write(async (tx) => saveIndicatorSets(tx, await tx.nextCommit(minute(2)), [changed]));
    expect(await store.read(listIndicatorSets)).toEqual([changed, set("bo:moh", [])]);
  });
}
