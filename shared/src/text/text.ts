import { z } from "zod";

/** A text people read, in both languages of the product. Vietnamese is authoritative. */
export const Text = z.object({ vi: z.string(), en: z.string() });
export type Text = z.infer<typeof Text>;

/** The two languages of every screen, message and dictionary. */
export const Language = z.enum(["vi", "en"]);
export type Language = z.infer<typeof Language>;
