import { DomainError } from "@bochiso/shared/errors";
import type { RequestHandler } from "express";

/** What the contract names and is not built yet; it must not be taken for done, nor for never to come. */
export function notSupported(feature: string): DomainError {
  return new DomainError(
    "not-supported",
    { feature },
    {
      vi: `Chưa hỗ trợ "${feature}".`,
      en: `"${feature}" is not supported yet.`,
    },
  );
}

/** Answers for an address that the contract names and that is not built yet. */
export function notBuilt(feature: string): RequestHandler {
  return () => {
    throw notSupported(feature);
  };
}
