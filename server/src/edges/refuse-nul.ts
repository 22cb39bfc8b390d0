import { DomainError } from "@bochiso/shared/errors";
import type { RequestHandler } from "express";

/** U+0000 as it can stand in an address: percent-encoded, or as an escape of the JSON that screens send in their queries. */
const NUL = /%00|(\\|%5c)u0000/i;

/**
 * Refuses addresses that hold U+0000. No code, key or text has it, and PostgreSQL cannot store or compare it while SQLite
 * can: refused here, both answer alike. Bodies of submissions are refused by their decoder.
 */
export const refuseNul: RequestHandler = (request, _response, next) => {
  if (!NUL.test(request.originalUrl)) return next();
  throw new DomainError(
    "parameter-malformed",
    { got: "U+0000" },
    {
      vi: "Địa chỉ có ký tự U+0000, không được nhận.",
      en: "The address holds U+0000, which is not accepted.",
    },
  );
};
