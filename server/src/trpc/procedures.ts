import { toTrpcError } from "./error-mapping.ts";
import { baseProcedure, middleware } from "./init.ts";

const mapErrors = middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok) {
    const mapped = toTrpcError(result.error.cause);
    if (mapped !== result.error.cause) throw mapped;
  }
  return result;
});

/** Reading of published and internal figures. Until sign-in exists the server listens on loopback only. */
export const readProcedure = baseProcedure.use(mapErrors);
