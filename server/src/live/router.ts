import { tracked } from "@trpc/server";
import { z } from "zod";
import { router } from "../trpc/init.ts";
import { readProcedure } from "../trpc/procedures.ts";

/** `lastEventId` is set by the client library when it reconnects; it wins over the sequence first asked for. */
const FollowInput = z.object({ sinceSeq: z.number().int().nonnegative().nullish(), lastEventId: z.string().nullish() });

export const liveRouter = router({
  changes: readProcedure.input(FollowInput.optional()).subscription(async function* ({ ctx, input, signal }) {
    const resumeAt = Number(input?.lastEventId ?? Number.NaN);
    const since = Number.isSafeInteger(resumeAt) && resumeAt >= 0 ? resumeAt : (input?.sinceSeq ?? null);
    for await (const event of ctx.services.follow(since, signal)) yield tracked(String(event.seq), event);
  }),
});
