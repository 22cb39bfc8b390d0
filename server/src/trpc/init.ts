import { initTRPC } from "@trpc/server";
import { errorData } from "./error-mapping.ts";
import type { ScreenServices } from "./screen-services.ts";

/** What every procedure is given. */
export interface TrpcContext {
  services: ScreenServices;
}

const t = initTRPC.context<TrpcContext>().create({
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    // Texts of faults nobody foresaw stay in the log; people get a code and a sentence.
    message: errorData(error).domainCode,
    data: { code: shape.data.code, httpStatus: shape.data.httpStatus, path: shape.data.path, ...errorData(error) },
  }),
});

export const router = t.router;
export const middleware = t.middleware;
/** The procedure every other one is built from: maps errors of the domain to tRPC's once. */
export const baseProcedure = t.procedure;
