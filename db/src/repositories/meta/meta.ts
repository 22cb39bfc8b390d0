import { defineStatement } from "../../statement/index.ts";
import type { ReadTx, WriteTx } from "../../unit-of-work.ts";

const findValue = defineStatement<{ readonly value: string }>()(
  "find_meta",
  { key: "text" },
  `SELECT m.value AS "value" FROM {rows} JOIN meta m ON m.key = v.key`,
);

/** A fact about the installation, such as what it was seeded with; undefined where it was never written. */
export async function readMeta(tx: ReadTx, key: string): Promise<unknown> {
  const [found] = await tx.statements.all(findValue, [{ key }]);
  return found === undefined ? undefined : JSON.parse(found.value);
}

/** Writes a fact about the installation (JSON). */
export async function writeMeta(tx: WriteTx, key: string, value: unknown): Promise<void> {
  const { meta } = tx.schema;
  await tx.db.insert(meta).values({ key, value }).onConflictDoUpdate({ target: meta.key, set: { value } });
}
