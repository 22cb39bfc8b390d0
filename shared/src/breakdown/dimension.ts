import { z } from "zod";
import { Text } from "../text/text.ts";

/** A code of a code list. `_T` (total) and `_Z` (not applicable) are implied and never listed. */
export const DimensionCode = z.object({ code: z.string(), name: Text });
export type DimensionCode = z.infer<typeof DimensionCode>;

/** A breakdown dimension (phân tổ) with its code list; `open` = codes may be added by configuration. */
export const Dimension = z.object({
  id: z.string(),
  name: Text,
  open: z.boolean(),
  codes: z.array(DimensionCode),
});
export type Dimension = z.infer<typeof Dimension>;
