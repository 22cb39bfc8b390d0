import type { Target } from "@bochiso/shared/target";
import type { ColumnKit } from "../kit/index.ts";

/** Chỉ tiêu được giao and their versions: appended by commit, never changed in place; a retired one keeps its versions. */
export function targetTables(kit: ColumnKit) {
  const target = kit.table(
    "target",
    {
      id: kit.text("id").primaryKey(),
      /** The cell it stands for never changes: another cell is another target. */
      indicator: kit.text("indicator").notNull(),
      area: kit.text("area").notNull(),
      breakdownKey: kit.text("breakdown_key").notNull(),
      scenario: kit.text("scenario").$type<Target["scenario"]>().notNull(),
      /** Id of the period at whose end it is due. */
      by: kit.text("by_period").notNull(),
      currentVersion: kit.integer("current_version").notNull(),
      commitSeq: kit.bigint("commit_seq").notNull(),
    },
    (t) => [kit.index("target_by_area").on(t.area, t.indicator)],
  );
  const targetVersion = kit.table(
    "target_version",
    {
      target: kit
        .text("target")
        .notNull()
        .references(() => target.id),
      version: kit.integer("version").notNull(),
      commitSeq: kit.bigint("commit_seq").notNull(),
      /** 1 = from this version on it is no longer in force. */
      retired: kit.integer("retired").notNull(),
      /** Why it was corrected or retired; null on the first version. */
      reason: kit.text("reason"),
      author: kit.text("author").notNull(),
      contentSha256: kit.text("content_sha256").notNull(),
      body: kit.json<Target>("body").notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.target, t.version] }), kit.index("target_version_by_commit").on(t.commitSeq)],
  );
  return { target, targetVersion };
}
