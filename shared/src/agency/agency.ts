import { z } from "zod";
import { Text } from "../text/text.ts";

/** Cơ quan: ministry, attached agency, provincial People's Committee, department. */
export const Agency = z.object({
  code: z.string(),
  name: Text,
  kind: z.string(),
  parent: z.string().nullable(),
  egovCode: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  successor: z.string().nullable(),
  /** False where a former ministry was split: its figures are not recast. */
  mergedWhole: z.boolean().nullable(),
  simulated: z.boolean(),
});
export type Agency = z.infer<typeof Agency>;
