import { QualityRule } from "@bochiso/shared/quality";
import { z } from "zod";
import { type DataDir, defaultDataDir, readDataJson } from "../files/index.ts";
import { loadCatalogue } from "./load-catalogue.ts";
import { unitSlipRules } from "./unit-slip-rules.ts";

/** The quality rules a system starts with, each with where its threshold comes from. Throws where one is malformed. */
export function loadQualityRules(dataDir: DataDir = defaultDataDir()): QualityRule[] {
  const { rules } = z
    .object({ rules: z.array(QualityRule) })
    .parse(readDataJson(dataDir, "catalog/quality-rules.json"));
  return [...rules, ...unitSlipRules(loadCatalogue(dataDir), rules)];
}
