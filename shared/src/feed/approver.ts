import { z } from "zod";

/** A person who decides, as stated on the form: no sign-in verifies it yet. */
export const Approver = z.object({
  name: z.string().trim().min(2).max(120),
  position: z.string().trim().min(2).max(200),
});
export type Approver = z.infer<typeof Approver>;
