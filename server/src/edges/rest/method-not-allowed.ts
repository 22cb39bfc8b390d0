import { DomainError } from "@bochiso/shared/errors";
import type { RequestHandler } from "express";

/** Refuses the methods an address does not take. HEAD comes with GET. */
export function methodNotAllowed(allowed: string): RequestHandler {
  return (request, response) => {
    response.setHeader("Allow", allowed);
    throw new DomainError(
      "method-not-allowed",
      { method: request.method, allowed },
      {
        vi: `Địa chỉ này chỉ nhận ${allowed}.`,
        en: `This address takes ${allowed} only.`,
      },
    );
  };
}
