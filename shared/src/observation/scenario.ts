import { z } from "zod";

/** Kịch bản số liệu: what kind of figure it is. */
export const Scenario = z.enum(["actual", "plan", "target", "forecast", "baseline"]);
export type Scenario = z.infer<typeof Scenario>;

/** Nguồn gốc giá trị: sent by a feed, or computed by a formula or an aggregation rule. */
export const Origin = z.enum(["reported", "computed"]);
export type Origin = z.infer<typeof Origin>;
