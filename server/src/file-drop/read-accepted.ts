import { Receipt, RowError } from "@bochiso/shared/submission";
import { SubmissionWarning } from "@bochiso/shared/wire";
import { z } from "zod";
import type { IngestOutput } from "../writer/commands.ts";

const Accepted = z.object({
  receipt: Receipt,
  errors: z.array(RowError).default([]),
  errorCount: z.number().int().default(0),
  signOff: z.string().optional(),
  warnings: z.array(SubmissionWarning).default([]),
});

/** What the stored answer to a submission says. */
export function readAccepted({ body }: Extract<IngestOutput, { kind: "stored" }>): z.infer<typeof Accepted> {
  return Accepted.parse(JSON.parse(Buffer.from(body).toString("utf8")));
}
