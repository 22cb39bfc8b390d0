import { z } from "zod";

/**
 * Mã địa bàn as written in and out: `VN`; a region (`RRD`); a bare two-digit code is always a present
 * province (34 units); a former unit is `vn63:24`; the fictional province is `demo:MAU`.
 */
export const AreaCode = z
  .string()
  .regex(/^(VN|[A-Z]{2,5}|[0-9]{2}|[0-9]{5}|vn63:[0-9A-Z]{2}|demo:[A-Z0-9]+)$/)
  .brand<"AreaCode">();
export type AreaCode = z.infer<typeof AreaCode>;
