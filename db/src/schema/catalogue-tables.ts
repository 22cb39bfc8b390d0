import type { Agency } from "@bochiso/shared/agency";
import type { Area } from "@bochiso/shared/area";
import type { DimensionCode } from "@bochiso/shared/breakdown";
import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import type { Text } from "@bochiso/shared/text";
import type { ColumnKit } from "../kit/index.ts";

/** Facts of a record that no query looks into. */
export type Details = Readonly<Record<string, unknown>>;

/** Areas, agencies, units, dimensions, indicators with their versions, sets and groups. */
export function catalogueTables(kit: ColumnKit) {
  const area = kit.table(
    "area",
    {
      code: kit.text("code").primaryKey(),
      codeSet: kit.text("code_set").notNull(),
      level: kit.text("level").notNull(),
      parent: kit.text("parent"),
      position: kit.integer("position").notNull(),
      body: kit.json<Area>("body").notNull(),
    },
    (t) => [kit.index("area_by_parent").on(t.parent, t.position)],
  );
  const agency = kit.table("agency", {
    code: kit.text("code").primaryKey(),
    parent: kit.text("parent"),
    position: kit.integer("position").notNull(),
    body: kit.json<Agency>("body").notNull(),
  });
  const unit = kit.table("unit", {
    code: kit.text("code").primaryKey(),
    position: kit.integer("position").notNull(),
    name: kit.json<Text>("name").notNull(),
    details: kit.json<Details>("details").notNull(),
  });
  const dimension = kit.table("dimension", {
    id: kit.text("id").primaryKey(),
    position: kit.integer("position").notNull(),
    name: kit.json<Text>("name").notNull(),
    open: kit.boolean("open").notNull(),
  });
  const dimensionCode = kit.table(
    "dimension_code",
    {
      dimension: kit
        .text("dimension")
        .notNull()
        .references(() => dimension.id),
      code: kit.text("code").notNull(),
      position: kit.integer("position").notNull(),
      body: kit.json<DimensionCode>("body").notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.dimension, t.code] })],
  );
  const indicator = kit.table("indicator", {
    code: kit.text("code").primaryKey(),
    currentVersion: kit.integer("current_version").notNull(),
    commitSeq: kit.bigint("commit_seq").notNull(),
  });
  const definitionVersion = kit.table(
    "definition_version",
    {
      indicator: kit
        .text("indicator")
        .notNull()
        .references(() => indicator.code),
      version: kit.integer("version").notNull(),
      effectiveFrom: kit.text("effective_from"),
      commitSeq: kit.bigint("commit_seq").notNull(),
      contentSha256: kit.text("content_sha256").notNull(),
      author: kit.text("author").notNull(),
      approvedBy: kit.text("approved_by"),
      approvedAt: kit.text("approved_at"),
      body: kit.json<IndicatorDefinition>("body").notNull(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.indicator, t.version] }),
      kit.index("definition_version_by_commit").on(t.commitSeq),
    ],
  );
  const indicatorSet = kit.table("indicator_set", {
    code: kit.text("code").primaryKey(),
    /** `government`, `ministry`, `province`. */
    level: kit.text("level").notNull(),
    /** Agency or area that owns the set. */
    owner: kit.text("owner").notNull(),
    position: kit.integer("position").notNull(),
    name: kit.json<Text>("name").notNull(),
    effectiveFrom: kit.text("effective_from"),
    effectiveTo: kit.text("effective_to"),
    commitSeq: kit.bigint("commit_seq").notNull(),
    details: kit.json<Details>("details").notNull(),
  });
  const indicatorGroup = kit.table(
    "indicator_group",
    {
      set: kit
        .text("set_code")
        .notNull()
        .references(() => indicatorSet.code),
      code: kit.text("code").notNull(),
      position: kit.integer("position").notNull(),
      name: kit.json<Text>("name").notNull(),
      details: kit.json<Details>("details").notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.set, t.code] })],
  );
  const groupIndicator = kit.table(
    "group_indicator",
    {
      set: kit.text("set_code").notNull(),
      group: kit.text("group_code").notNull(),
      indicator: kit
        .text("indicator")
        .notNull()
        .references(() => indicator.code),
      position: kit.integer("position").notNull(),
      effectiveFrom: kit.text("effective_from"),
      effectiveTo: kit.text("effective_to"),
    },
    (t) => [
      kit.primaryKey({ columns: [t.set, t.group, t.indicator] }),
      kit.index("group_indicator_by_indicator").on(t.indicator),
    ],
  );
  return {
    area,
    agency,
    unit,
    dimension,
    dimensionCode,
    indicator,
    definitionVersion,
    indicatorSet,
    indicatorGroup,
    groupIndicator,
  };
}
