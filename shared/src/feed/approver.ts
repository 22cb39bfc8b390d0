import { z } from "zod";

/** A person who decides, as stated on the form: no sign-in verifies it yet. */
export const Approver = z.object({
  name: z.string().normalize().trim().min(2).max(120).refine(hasName),
  position: z.string().trim().min(2).max(200),
});
export type Approver = z.infer<typeof Approver>;

/** Whether a text can be a name: dots and digits are nobody. */
export function hasName(text: string): boolean {
  return /\p{L}.*\p{L}/su.test(text);
}
