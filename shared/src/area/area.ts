import { z } from "zod";
import { Text } from "../text/text.ts";
import { AreaCode } from "./area-code.ts";

/** Levels of an area (địa bàn). */
export const AreaLevel = z.enum(["nation", "region", "province", "commune"]);
export type AreaLevel = z.infer<typeof AreaLevel>;

/** The code set an area's code belongs to; equal bare codes of two sets are different units. */
export const AreaCodeSet = z.enum(["vn", "region", "vn34", "vn63", "demo"]);
export type AreaCodeSet = z.infer<typeof AreaCodeSet>;

/** An administrative unit with its validity (ISO dates, inclusive; null = open or unverified). */
export const Area = z.object({
  code: AreaCode,
  codeSet: AreaCodeSet,
  level: AreaLevel,
  /** Short name without the kind of unit, except where the prefix avoids a person's name (TP. Huế). */
  name: Text,
  fullName: Text,
  parent: AreaCode.nullable(),
  region: AreaCode.nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  /** Former units merged into this one (present units) in code order. */
  predecessors: z.array(AreaCode),
  /** The present unit this former unit belongs to. */
  successor: AreaCode.nullable(),
  simulated: z.boolean(),
});
export type Area = z.infer<typeof Area>;
