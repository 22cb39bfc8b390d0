import type { Agency } from "@bochiso/shared/agency";
import type { Area } from "@bochiso/shared/area";
import type { Dimension } from "@bochiso/shared/breakdown";
import type { Text } from "@bochiso/shared/text";
import { asc, sql } from "drizzle-orm";
import type { ReadTx, WriteTx } from "../../unit-of-work.ts";
import { inChunks } from "../in-chunks.ts";

/** A unit of measurement of the catalogue. */
export interface UnitRecord {
  readonly code: string;
  readonly name: Text;
}

/** Adds or replaces areas; their order is kept. */
export async function saveAreas(tx: WriteTx, areas: readonly Area[]): Promise<void> {
  const { area } = tx.schema;
  const rows = areas.map((body, position) => {
    const { code, codeSet, level, parent } = body;
    return { code, codeSet, level, parent, position, body };
  });
  const set = {
    codeSet: sql`excluded.code_set`,
    level: sql`excluded.level`,
    parent: sql`excluded.parent`,
    position: sql`excluded.position`,
    body: sql`excluded.body`,
  };
  await inChunks(rows, (part) => tx.db.insert(area).values(part).onConflictDoUpdate({ target: area.code, set }));
}

/** Every area, in the order they were saved in. */
export async function listAreas(tx: ReadTx): Promise<Area[]> {
  const { area } = tx.schema;
  const rows = await tx.db.select({ body: area.body }).from(area).orderBy(asc(area.position), asc(area.code));
  return rows.map((row) => row.body);
}

/** Adds or replaces agencies; their order is kept. */
export async function saveAgencies(tx: WriteTx, agencies: readonly Agency[]): Promise<void> {
  const { agency } = tx.schema;
  const rows = agencies.map((body, position) => ({ code: body.code, parent: body.parent, position, body }));
  const set = { parent: sql`excluded.parent`, position: sql`excluded.position`, body: sql`excluded.body` };
  await inChunks(rows, (part) => tx.db.insert(agency).values(part).onConflictDoUpdate({ target: agency.code, set }));
}

/** Every agency, in the order they were saved in. */
export async function listAgencies(tx: ReadTx): Promise<Agency[]> {
  const { agency } = tx.schema;
  const rows = await tx.db.select({ body: agency.body }).from(agency).orderBy(asc(agency.position), asc(agency.code));
  return rows.map((row) => row.body);
}

/** Adds or replaces units; their order is kept. */
export async function saveUnits(tx: WriteTx, units: readonly UnitRecord[]): Promise<void> {
  const { unit } = tx.schema;
  const rows = units.map(({ code, name }, position) => ({ code, name, position, details: {} }));
  const set = { name: sql`excluded.name`, position: sql`excluded.position` };
  await inChunks(rows, (part) => tx.db.insert(unit).values(part).onConflictDoUpdate({ target: unit.code, set }));
}

/** Every unit, in the order they were saved in. */
export async function listUnits(tx: ReadTx): Promise<UnitRecord[]> {
  const { unit } = tx.schema;
  return await tx.db
    .select({ code: unit.code, name: unit.name })
    .from(unit)
    .orderBy(asc(unit.position), asc(unit.code));
}

/** Adds or replaces dimensions with their codes; codes no longer listed stay, since values may use them. */
export async function saveDimensions(tx: WriteTx, dimensions: readonly Dimension[]): Promise<void> {
  const { dimension, dimensionCode } = tx.schema;
  const rows = dimensions.map(({ id, name, open }, position) => ({ id, name, open, position }));
  const set = { name: sql`excluded.name`, open: sql`excluded.open`, position: sql`excluded.position` };
  await inChunks(rows, (part) =>
    tx.db.insert(dimension).values(part).onConflictDoUpdate({ target: dimension.id, set }),
  );
  const codes = dimensions.flatMap(({ id, codes: list }) =>
    list.map((body, position) => ({ dimension: id, code: body.code, position, body })),
  );
  const target = [dimensionCode.dimension, dimensionCode.code];
  const codeSet = { position: sql`excluded.position`, body: sql`excluded.body` };
  await inChunks(codes, (part) =>
    tx.db.insert(dimensionCode).values(part).onConflictDoUpdate({ target, set: codeSet }),
  );
}

/** Every dimension with its code list, in the order they were saved in. */
export async function listDimensions(tx: ReadTx): Promise<Dimension[]> {
  const { dimension, dimensionCode } = tx.schema;
  const dimensions = await tx.db.select().from(dimension).orderBy(asc(dimension.position), asc(dimension.id));
  const codes = await tx.db
    .select({ dimension: dimensionCode.dimension, body: dimensionCode.body })
    .from(dimensionCode)
    .orderBy(asc(dimensionCode.position), asc(dimensionCode.code));
  const codesOf = Map.groupBy(codes, (code) => code.dimension);
  return dimensions.map(({ id, name, open }) => ({
    id,
    name,
    open,
    codes: (codesOf.get(id) ?? []).map((code) => code.body),
  }));
}
